package heed.baseline;

import heed.sequence.Sequences;
import java.util.Objects;

/** What every baseline is fitted on. */
final class TrainingPart {

  private TrainingPart() {}

  static void require(Sequences train) {
    Objects.requireNonNull(train, "the sequences to fit on are null; give split.train()");
  }
}
