package heed.report;

import heed.log.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When events happened, counted by minutes, hours, days, months or years, and when none did. */
final class EventCalendar {

  /** More bars than this are a hedge rather than a histogram. */
  private static final int MOST_BARS = 130;

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7));

  private static final double DAYS_OF_MONTH = 30.44;

  /** A longest gap shorter than this part of the whole period is not worth a word. */
  private static final double LONG = 0.05;

  /** Events strewn evenly leave a longest gap of about ln(n) / n; this many times that is odd. */
  private static final double TIMES_CHANCE = 5;

  /** The smaller side of a gap is called stray if it has less than this share of the events. */
  private static final double STRAY = 0.01;

  private EventCalendar() {}

  /**
   * A bar for each step of the finest calendar step that gives no more than 130, empty ones too.
   */
  static List<Bar> of(long[] ascending) {
    long first = ascending[0];
    long last = ascending[ascending.length - 1];
    for (Duration step : STEPS) {
      if ((double) last - first <= (MOST_BARS - 1.0) * step.toMillis()) {
        long millis = step.toMillis();
        List<Long> edges = new ArrayList<>(List.of(Math.floorDiv(first, millis) * millis));
        while (edges.get(edges.size() - 1) <= last) {
          edges.add(edges.get(edges.size() - 1) + millis);
        }
        return bars(ascending, edges);
      }
    }
    return bars(ascending, months(first, last));
  }

  /** The edges of months, quarters, years, decades and so on. */
  private static List<Long> months(long first, long last) {
    double months = ((double) last - first) / Duration.ofDays(1).toMillis() / DAYS_OF_MONTH;
    long step = 1;
    for (long longer = 3; months / step > MOST_BARS - 2; longer = longer == 3 ? 12 : 10 * longer) {
      step = longer;
    }
    LocalDate day = Wording.day(first);
    long month = Math.floorDiv(12L * day.getYear() + day.getMonthValue() - 1, step) * step;
    List<Long> edges = new ArrayList<>();
    do {
      LocalDate edge = LocalDate.of((int) Math.floorDiv(month, 12L), 1, 1);
      edges.add(instant(edge.plusMonths(Math.floorMod(month, 12L))).toEpochMilli());
      month += step;
    } while (edges.get(edges.size() - 1) <= last);
    return edges;
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<Bar> bars(long[] ascending, List<Long> edges) {
    List<Bar> bars = new ArrayList<>();
    int next = 0;
    for (int i = 0; i + 1 < edges.size(); i++) {
      int from = next;
      while (next < ascending.length && ascending[next] < edges.get(i + 1)) {
        next++;
      }
      bars.add(new Bar(edges.get(i), edges.get(i + 1), next - from));
    }
    return bars;
  }

  /** The longest time without any event: an outage, or stray times before or after it. */
  static Finding silence(long[] ascending) {
    int after = 0;
    double longest = 0;
    for (int i = 1; i < ascending.length; i++) {
      double gap = (double) ascending[i] - ascending[i - 1];
      if (gap > longest) {
        longest = gap;
        after = i;
      }
    }
    if (after == 0) {
      return Finding.fine("silences", "none", "all events share one moment");
    }
    int events = ascending.length;
    double span = (double) ascending[events - 1] - ascending[0];
    double byChance = TIMES_CHANCE * Math.log(events) / events;
    String found =
        String.format(
            Locale.ROOT,
            "longest %s, from %s to %s",
            Wording.span(0, longest),
            Wording.day(ascending[after - 1]),
            Wording.day(ascending[after]));
    if (longest < span * Math.max(LONG, byChance)) {
      return Finding.fine("silences", found, "events follow each other without a long break");
    }
    int side = Math.min(after, events - after);
    if (side >= STRAY * events) {
      return Finding.note("silences", found, "an outage, or two logs in one file?", "");
    }
    boolean before = side == after;
    return Finding.warn(
        "silences",
        String.format(
            Locale.ROOT,
            "%s; only %s %s it",
            found,
            Counted.of(side, "event"),
            before ? "before" : "after"),
        "stray times: a wrong clock, or a time that stands for none",
        String.format(
            Locale.ROOT,
            "log.prepared(Steps.period(from, to)) with %s %s",
            before ? "from =" : "to =",
            before
                ? Wording.day(ascending[after])
                : Wording.day(ascending[after - 1]).plusDays(1)));
  }
}
