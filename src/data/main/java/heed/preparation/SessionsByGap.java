package heed.preparation;

import heed.log.EventColumns;
import heed.log.Ids;
import heed.log.Interactions;
import heed.log.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A session for each event: a new one starts where its user pauses for longer than the gap; a pause
 * of just the gap does not part.
 *
 * <p>A session is called by its user and its first moment, {@code ann 2026-01-31T12:30:00Z}, so its
 * id depends neither on the order of rows nor on other users or later events. Sessions that the log
 * had are replaced.
 *
 * @param gap at least a millisecond
 */
record SessionsByGap(Duration gap) implements Step {

  SessionsByGap {
    if (gap.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "a gap between sessions is at least a millisecond, found " + gap);
    }
  }

  @Override
  public String name() {
    return "sessions by pauses of more than "
        + gap.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  @Override
  public Interactions of(Interactions log) {
    EventColumns events = log.events();
    ByUser timelines = ByUser.inTime(events);
    long longest = Math.min(gap.toSeconds(), Long.MAX_VALUE / 1_000 - 1) * 1_000;
    longest += gap.toMillisPart();
    int[] codes = new int[events.size()];
    List<String> names = new ArrayList<>();
    for (int user = 0; user < timelines.users(); user++) {
      long before = 0;
      for (int i = timelines.offsets()[user]; i < timelines.offsets()[user + 1]; i++) {
        int row = timelines.rows()[i];
        long time = events.times()[row];
        boolean paused = time - before > longest || time - before < 0; // Beyond what a long holds.
        if (i == timelines.offsets()[user] || paused) {
          names.add(events.users().distinct().get(user) + " " + Instant.ofEpochMilli(time));
        }
        codes[row] = names.size() - 1;
        before = time;
      }
    }
    return log.withEvents(events.withSessions(Optional.of(Ids.of(codes, names))));
  }
}
