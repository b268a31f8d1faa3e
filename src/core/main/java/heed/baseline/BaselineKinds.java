package heed.baseline;

import heed.file.RecordCodec;

/** The settings of baselines that a file may name. */
public final class BaselineKinds {

  private BaselineKinds() {}

  /** Reads and writes our own; a reader's is added by {@link RecordCodec#with}. */
  public static RecordCodec codec() {
    return RecordCodec.plain()
        .with(
            Ease.class,
            FadingPopularity.class,
            ImplicitAls.class,
            ItemKnn.class,
            MarkovChain.class,
            PersonalPopularity.class,
            SegmentPopularity.class,
            SessionKnn.class)
        .with(Segmenter.Favourite.class);
  }
}
