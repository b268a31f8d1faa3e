package heed.report;

import heed.log.AttributeMatch;
import heed.log.Counted;
import heed.log.Ids;
import java.util.Locale;
import java.util.Optional;

/** What events and their ids lack: values, types, sessions, attributes. */
final class Missing {

  private Missing() {}

  static Finding values(double[] values) {
    int missing = 0;
    for (double value : values) {
      missing += Double.isNaN(value) ? 1 : 0;
    }
    if (missing == values.length) {
      return Finding.fine(
          "missing values", "all: the log has no values", "an event is a yes: nothing is missing");
    }
    return missing == 0
        ? Finding.fine("missing values", "none", "every event has a value")
        : Finding.note(
            "missing values",
            String.format(
                Locale.ROOT,
                "%,d of %s (%s)",
                missing,
                Counted.of(values.length, "event"),
                Wording.percent((double) missing / values.length)),
            "ask why before filling them: a missing rating is rarely an average one",
            "log.prepared(Steps.dropMissing(Field.VALUE))");
  }

  /** Types that are blank, where a log has types at all. */
  static Optional<Finding> types(Optional<Ids> types) {
    return types.map(Missing::ofTypes);
  }

  private static Finding ofTypes(Ids types) {
    int[] counts = types.counts();
    int blank = 0;
    int most = 0;
    for (int code = 0; code < counts.length; code++) {
      blank += types.distinct().get(code).isBlank() ? counts[code] : 0;
      most = counts[code] > counts[most] ? code : most;
    }
    String found =
        String.format(
            Locale.ROOT,
            "%,d, most of all '%s' (%s)%s",
            counts.length,
            Wording.shortened(types.distinct().get(most)),
            Wording.percent((double) counts[most] / types.size()),
            blank == 0 ? "" : "; " + Counted.of(blank, "event") + " without one");
    if (blank > 0) {
      return Finding.note(
          "event types",
          found,
          "an event without a type could mean anything",
          "log.prepared(Steps.dropMissing(Field.TYPE))");
    }
    return counts.length == 1
        ? Finding.fine("event types", found, "all events are of one kind")
        : Finding.note(
            "event types",
            found,
            "a view is not a purchase: decide which of them the model is to foresee",
            "");
  }

  /** Events that belong to no session, where a log tells sessions at all. */
  static Optional<Finding> sessions(Optional<Ids> sessions) {
    return sessions.map(Missing::ofSessions);
  }

  private static Finding ofSessions(Ids sessions) {
    int[] counts = sessions.counts();
    int blank = 0;
    for (int code = 0; code < counts.length; code++) {
      blank += sessions.distinct().get(code).isBlank() ? counts[code] : 0;
    }
    return blank == 0
        ? Finding.fine("missing sessions", "none", "every event belongs to a session")
        : Finding.note(
            "missing sessions",
            String.format(
                Locale.ROOT,
                "%,d of %s (%s)",
                blank,
                Counted.of(sessions.size(), "event"),
                Wording.percent((double) blank / sessions.size())),
            "they would all pass for one session",
            "log.prepared(Steps.dropMissing(Field.SESSION))");
  }

  /** How many ids lack a row of attributes, where there are any attributes. */
  static Optional<Finding> attributes(String what, String code, AttributeMatch match) {
    if (match.rows() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        match.withoutRow().isEmpty()
            ? Finding.fine(what, match.toString(), "every id of the log has its attributes")
            : Finding.note(
                what,
                match.toString(),
                "are the ids written alike in both files?",
                code + ".withoutRow()"));
  }
}
