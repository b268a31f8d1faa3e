package heed.model.interest;

import heed.file.RecordCodec;
import heed.file.RecordKinds;

/** The settings of networks of several interests that files may hold. */
public final class InterestKinds implements RecordKinds {

  @Override
  public RecordCodec codec() {
    return RecordCodec.plain()
        .with(
            ComiRecDrConfig.class,
            ComiRecSaConfig.class,
            InterestContentConfig.class,
            MindConfig.class)
        .with(Fading.Never.class, Fading.ByEvents.class, Fading.ByTime.class);
  }
}
