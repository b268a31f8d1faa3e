package heed.decision;

import heed.log.Interactions;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the recommenders of a report are asked.
 *
 * @param split the parts
 * @param why this split and no other
 * @param inTime whether all that is learnt lies before all that is asked
 */
record Question(Split.Parts split, String why, boolean inTime) {

  private static final double TRAIN = .8;
  private static final double VALIDATION = .1;

  /** Fewer users than that tell next to nothing. */
  private static final int ENOUGH = 200;

  /** A test that asks fewer of the users than one in so many says little of the others. */
  private static final int ONE_IN = 10;

  /** A cut in time where the log allows it, else each user's last event. */
  static Question of(Interactions log) {
    Sequences sequences = Sequences.of(log, 1);
    if (!log.hasTimes()) {
      return new Question(
          Split.leaveOneOut().of(sequences),
          "The log has no times, so that each user's last event is asked for. Recommenders may"
              + " have learnt from what others did later.",
          false);
    }
    try {
      Split.Parts parts = Split.leaveOneOutByTime(TRAIN, VALIDATION).of(sequences);
      long asked = Arrays.stream(parts.test().users()).distinct().count();
      if (asked >= ENOUGH && asked * ONE_IN >= sequences.size()) {
        return new Question(
            parts,
            "All that is learnt lies before all that is asked, as in use: the earliest 80% of the"
                + " events are learnt from, the next 10% choose settings, and of each user with"
                + " events in the last 10% the last event is asked for.",
            true);
      }
      return lastEvents(
          sequences,
          String.format(
              Locale.ROOT,
              "A cut in time would ask only %,d of %,d users",
              asked,
              sequences.size()));
    } catch (IllegalArgumentException impossible) {
      return lastEvents(sequences, "Too many events share a moment for a cut in time");
    }
  }

  private static Question lastEvents(Sequences sequences, String reason) {
    return new Question(
        Split.leaveOneOut().of(sequences),
        reason
            + ", so that each user's last event is asked for. Recommenders may have learnt from"
            + " what others did later, which flatters all of them.",
        false);
  }
}
