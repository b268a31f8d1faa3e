package heed.report;

import heed.log.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How users come and go: the times between one event of a user and the next.
 *
 * @param gaps how many of those times lie in each range, in milliseconds; the last has no end
 * @param visits how many visits there are if a longer gap than the limit ends one
 * @param visitedOnce how many users then have one visit only
 * @param users how many users there are
 */
record Visits(List<Bar> gaps, int visits, int visitedOnce, int users) {

  /** The gap that web analytics has ended a visit with since Catledge and Pitkow (1995). */
  static final Duration LIMIT = Duration.ofMinutes(30);

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private static final List<Long> EDGES =
      List.of(
          0L,
          SECOND,
          10 * SECOND,
          MINUTE,
          10 * MINUTE,
          LIMIT.toMillis(),
          HOUR,
          6 * HOUR,
          DAY,
          7 * DAY,
          30 * DAY,
          365 * DAY);

  Visits {
    gaps = List.copyOf(gaps);
  }

  static Visits of(EventTimes moments) {
    long[] edges = EDGES.stream().mapToLong(Long::longValue).toArray();
    int[] counts = new int[edges.length];
    long[] times = moments.times();
    int visits = 0;
    int once = 0;
    for (int user = 0; user < moments.users(); user++) {
      int ofUser = 1;
      for (int i = moments.offsets()[user] + 1; i < moments.offsets()[user + 1]; i++) {
        long gap = times[i] - times[i - 1];
        ofUser += gap > LIMIT.toMillis() ? 1 : 0;
        counts[range(edges, gap)]++;
      }
      visits += ofUser;
      once += ofUser == 1 ? 1 : 0;
    }
    List<Bar> gaps = new ArrayList<>();
    for (int i = 0; i < edges.length; i++) {
      double end = i + 1 < edges.length ? edges[i + 1] : Double.POSITIVE_INFINITY;
      gaps.add(new Bar(edges[i], end, counts[i]));
    }
    return new Visits(gaps, visits, once, moments.users());
  }

  private static int range(long[] edges, long gap) {
    int range = edges.length - 1;
    while (gap < edges[range]) {
      range--;
    }
    return range;
  }

  /** What a gap of half an hour would give, and the sessions the log tells itself, if it does. */
  Finding finding(Optional<Ids> told, int events) {
    String found =
        told.map(
                ids ->
                    String.format(
                        Locale.ROOT,
                        "%,d told by the log; a gap of 30 minutes would give %,d",
                        ids.distinct().size(),
                        visits))
            .orElseGet(
                () ->
                    String.format(
                        Locale.ROOT,
                        "a gap of 30 minutes gives %,d, %.1f events each",
                        visits,
                        (double) events / visits));
    double share = (double) visitedOnce / users;
    return share >= 0.5
        ? Finding.note(
            "sessions",
            found,
            String.format(
                Locale.ROOT,
                "%s of users came once only: the next event is mostly one of the same visit",
                Wording.percent(share)),
            "log.prepared(Steps.sessions(Duration.ofMinutes(30)))")
        : Finding.fine("sessions", found, "most users come back");
  }
}
