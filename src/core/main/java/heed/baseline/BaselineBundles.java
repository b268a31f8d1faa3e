package heed.baseline;

import heed.bundle.BundleExtension;
import heed.bundle.BundleKind;
import heed.file.RecordCodec;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Fitted baselines in bundles. */
public final class BaselineBundles implements BundleExtension {

  /** Settings by their kinds, and what is held in other forms. */
  private static final RecordCodec CODEC =
      BaselineKinds.codec()
          .withForm(DMatrixRMaj.class, SavedMatrix.class, SavedMatrix::of, SavedMatrix::matrix)
          .withForm(double[][].class, SavedMatrix.class, SavedMatrix::ofRows, SavedMatrix::toRows)
          .withForm(
              MarkovChain.Steps[].class,
              MarkovChain.SavedSteps.class,
              MarkovChain.SavedSteps::of,
              MarkovChain.SavedSteps::after)
          .withForm(float[][].class, SavedRows.class, SavedRows::of, SavedRows::toRows)
          .withForm(UserItems.class, UserItems.Saved.class, UserItems::saved, UserItems::of)
          .withForm(
              TimedEvents.class, TimedEvents.Saved.class, TimedEvents::saved, TimedEvents::of);

  @Override
  public List<BundleKind<?>> kinds() {
    return List.of(
        BundleKind.of(
                "popularity",
                Popularity.class,
                Popularity.Saved.class,
                Popularity::saved,
                Popularity::new)
            .withCodec(CODEC),
        BundleKind.of("fading popularity", FadingPopularity.Fitted.class).withCodec(CODEC),
        BundleKind.of("personal popularity", PersonalPopularity.Fitted.class).withCodec(CODEC),
        BundleKind.of("popularity by segment", SegmentPopularity.Fitted.class).withCodec(CODEC),
        BundleKind.of("Markov chain", MarkovChain.Fitted.class).withCodec(CODEC),
        BundleKind.of(
                "item-kNN", ItemKnn.Fitted.class, ItemKnn.Saved.class, ItemKnn::saved, ItemKnn::of)
            .withCodec(CODEC),
        BundleKind.of("session-kNN", SessionKnn.Fitted.class).withCodec(CODEC),
        BundleKind.of("EASE", Ease.Fitted.class).withCodec(CODEC),
        BundleKind.of("ALS", ImplicitAls.Fitted.class).withCodec(CODEC));
  }
}
