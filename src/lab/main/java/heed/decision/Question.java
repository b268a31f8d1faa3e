package heed.decision;

import heed.log.Counted;
import heed.log.Interactions;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.sequence.Targets;
import heed.sequence.TimeShares;
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

  /** From this share of events that share their moment on, a user takes baskets. */
  static final double BASKETS = .5;

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
    boolean baskets = sharedMoments(sequences) >= BASKETS;
    try {
      Targets targets = baskets ? Targets.TOGETHER : Targets.LAST;
      Split.Parts parts = new TimeShares(TRAIN, VALIDATION, targets).of(sequences);
      long asked = Arrays.stream(parts.test().users()).distinct().count();
      if (asked >= ENOUGH && asked * ONE_IN >= sequences.size()) {
        return new Question(
            parts,
            "All that is learnt lies before all that is asked, as in use: the earliest 80% of the"
                + " events are learnt from, the next 10% choose settings, and each user with events"
                + " in the last 10% is asked for "
                + (baskets
                    ? "all of them at once, given what came before: most events of this log share"
                        + " their moment with others of the same user, so that there is no last one."
                    : "the last of them."),
            true);
      }
      return lastEvents(
          sequences,
          baskets,
          String.format(
              Locale.ROOT,
              "A cut in time would ask only %,d of %s",
              asked,
              Counted.of(sequences.size(), "user")));
    } catch (IllegalArgumentException impossible) {
      return lastEvents(sequences, baskets, "Too many events share a moment for a cut in time");
    }
  }

  private static Question lastEvents(Sequences sequences, boolean baskets, String reason) {
    if (baskets) {
      try {
        return lastEvents(
            Split.nextBasket().of(sequences), reason, "basket (what she took at one moment)");
      } catch (IllegalArgumentException impossible) {
        return lastEvents(
            Split.leaveOneOut().of(sequences),
            reason + ", and hardly any user has three baskets",
            "event (which one, is drawn where several share a moment)");
      }
    }
    return lastEvents(Split.leaveOneOut().of(sequences), reason, "event");
  }

  private static Question lastEvents(Split.Parts parts, String reason, String asked) {
    return new Question(
        parts,
        reason
            + ", so that each user's last "
            + asked
            + " is asked for. Recommenders may have learnt from what others did later, which"
            + " flatters all of them.",
        false);
  }

  /** The share of events that share their second with another of their user. */
  static double sharedMoments(Sequences sequences) {
    long shared = 0;
    for (int user = 0; user < sequences.size(); user++) {
      for (int position = 0; position < sequences.length(user); position++) {
        long time = sequences.time(user, position);
        boolean before = position > 0 && sequences.time(user, position - 1) == time;
        boolean after =
            position + 1 < sequences.length(user) && sequences.time(user, position + 1) == time;
        shared += before || after ? 1 : 0;
      }
    }
    return (double) shared / Math.max(1, sequences.events());
  }
}
