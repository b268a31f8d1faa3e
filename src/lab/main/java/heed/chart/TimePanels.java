package heed.chart;

import heed.log.Counted;
import heed.report.Bar;
import heed.report.LogReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Pictures of when events happen: by the calendar, and after each other. */
final class TimePanels {

  private static final int DATES = 4;
  private static final int GAP_TICKS = 6;

  /** Characters of an ISO 8601 time that tell it by years, months, days or minutes. */
  private static final NavigableMap<Duration, Integer> DIGITS =
      new TreeMap<>(
          Map.of(
              Duration.ZERO,
              16,
              Duration.ofDays(1),
              10,
              Duration.ofDays(28),
              7,
              Duration.ofDays(365),
              4));

  private TimePanels() {}

  static Panel events(LogReport report) {
    List<Bar> bars = report.overTime().calendar();
    Bar most = bars.get(0);
    int empty = 0;
    for (Bar bar : bars) {
      most = bar.count() > most.count() ? bar : most;
      empty += bar.count() == 0 ? 1 : 0;
    }
    return new Panel(
        String.format(
            Locale.ROOT,
            "Busiest from %s to %s: %s",
            moment(most, most.from()),
            moment(most, most.to()),
            Counted.of(most.count(), "event")),
        String.format(
            Locale.ROOT,
            "%d bars from %s to %s, %d of them without an event.",
            bars.size(),
            moment(most, bars.get(0).from()),
            moment(most, bars.get(bars.size() - 1).to()),
            empty),
        Histogram.axis(
            "time (UTC)", bars, DATES, at -> moment(bars.get(0), at).replace(" ", "<br>")),
        Histogram.counts("events", bars),
        List.of(
            Histogram.trace(
                bars,
                bar ->
                    String.format(
                        Locale.ROOT,
                        "%s to %s: %s",
                        moment(bar, bar.from()),
                        moment(bar, bar.to()),
                        Counted.of(bar.count(), "event")))));
  }

  /** A moment as exactly as the bars tell it. */
  private static String moment(Bar bar, double millis) {
    Duration step = Duration.ofMillis((long) (bar.to() - bar.from()));
    String text = Instant.ofEpochMilli((long) millis).toString();
    int year = text.indexOf('-', 1) - 4; // A year beyond four digits is longer.
    return text.substring(0, year + DIGITS.floorEntry(step).getValue()).replace('T', ' ');
  }

  static Panel gaps(LogReport report) {
    List<Bar> bars = report.overTime().gaps();
    long all = bars.stream().mapToLong(Bar::count).sum();
    Bar middle = bars.get(0);
    long reached = 0;
    for (Bar bar : bars) {
      middle = 2 * reached < all ? bar : middle;
      reached += bar.count();
    }
    return new Panel(
        all == 0
            ? "Every user has one event: there is no next"
            : "Half of the next events of a user come within " + span(middle.to()),
        String.format(
            Locale.ROOT,
            "Of %,d times between one event of a user and the next, %,d are under %s.",
            all,
            bars.get(0).count(),
            span(bars.get(0).to())),
        Histogram.axis("time to the user's next event", bars, GAP_TICKS, TimePanels::span),
        Histogram.counts("events", bars),
        List.of(Histogram.trace(bars, TimePanels::ofGaps)));
  }

  private static String ofGaps(Bar bar) {
    return String.format(
        Locale.ROOT,
        "%s to %s: %s",
        span(bar.from()),
        span(bar.to()),
        Counted.of(bar.count(), "event"));
  }

  private static String span(double millis) {
    double[] sizes = {365 * 86_400e3, 86_400e3, 3_600e3, 60e3, 1e3};
    String[] units = {"y", "d", "h", "min", "s"};
    if (Double.isInfinite(millis)) {
      return "any time";
    }
    for (int i = 0; i < sizes.length; i++) {
      if (millis >= sizes[i]) {
        return String.format(Locale.ROOT, "%.0f %s", millis / sizes[i], units[i]);
      }
    }
    return "0";
  }
}
