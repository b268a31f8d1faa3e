package heed.features;

import heed.file.RecordCodec;

/** Features and fitted words in files. */
public final class FeatureKinds {

  private FeatureKinds() {}

  /** Knows the words of a catalogue beside what sealed interfaces permit. */
  public static RecordCodec codec() {
    return RecordCodec.plain()
        .withForm(ItemWords.class, ItemWords.Saved.class, ItemWords::saved, ItemWords::new);
  }
}
