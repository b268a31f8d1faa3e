package heed.sequence;

import java.util.List;
import java.util.stream.IntStream;

/** A way to part sequences into what is learnt from, selected on, and tested with. */
public sealed interface Split {

  Parts of(Sequences sequences);

  /** The last event of each user is the test, the one before it the validation. */
  static Split leaveOneOut() {
    return new LeaveOneOut();
  }

  /**
   * The parts of a split.
   *
   * @param train what models are fitted on
   * @param validation what epochs and settings are chosen on
   * @param test what is reported; opened once, at the end
   * @param leaks what this split cannot keep apart, in words
   */
  record Parts(Sequences train, Holdout validation, Holdout test, List<String> leaks) {

    public Parts {
      leaks = List.copyOf(leaks);
    }

    public Catalogue catalogue() {
      return train.catalogue();
    }

    @Override
    public String toString() {
      return String.format(
          "train %,d events of %,d users; validate on %,d, test on %,d next items; %s",
          train.events(), train.size(), validation.size(), test.size(), String.join("; ", leaks));
    }
  }

  /**
   * Leave-one-out, as SASRec's and BERT4Rec's papers split: of each user with at least three events
   * the last is the test, the last but one the validation. Shorter histories are trained on only.
   */
  record LeaveOneOut() implements Split {

    private static final int SHORTEST = 3;

    @Override
    public Parts of(Sequences sequences) {
      List<History> train =
          sequences.histories().stream()
              .map(history -> history.length() >= SHORTEST ? history.withoutLast(2) : history)
              .toList();
      List<String> users = IntStream.range(0, sequences.size()).mapToObj(sequences::user).toList();
      return new Parts(
          Sequences.of(sequences.catalogue(), users, train),
          Holdout.lastButOne(sequences, 1, SHORTEST),
          Holdout.lastButOne(sequences, 0, SHORTEST),
          List.of(
              "known leak of leave-one-out: other users' events after a target's time are in the"
                  + " training part"));
    }
  }
}
