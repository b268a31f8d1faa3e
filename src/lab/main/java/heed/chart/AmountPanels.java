package heed.chart;

import heed.figure.Axis;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.log.Counted;
import heed.report.Bar;
import heed.report.Frequencies;
import heed.report.LogReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures of how events are spread over users, items and values. */
final class AmountPanels {

  private static final int TICKS = 8;

  private AmountPanels() {}

  static Panel lengths(LogReport report) {
    Frequencies users = report.ofUsers();
    List<Bar> bars = bars(users);
    return new Panel(
        String.format(
            Locale.ROOT,
            "Half of the users have at most %,d events; the longest history has %,d",
            users.quantile(0.5),
            users.quantile(1)),
        String.format(
            Locale.ROOT,
            "Of %,d users a tenth have at most %,d events and a tenth %,d or more.",
            users.size(),
            users.quantile(0.1),
            users.quantile(0.9)),
        Histogram.axis("events of a user", bars, TICKS, Histogram::number),
        Histogram.counts("users", bars),
        List.of(Histogram.trace(bars, AmountPanels::ofLengths)));
  }

  /** Bars from 1, 2, 3, 4, 6, 8, 12, 16 and so on: whole numbers at nearly equal ratios. */
  private static List<Bar> bars(Frequencies users) {
    int[] events = users.events();
    int[] holders = users.holders();
    List<Bar> bars = new ArrayList<>();
    int next = 0;
    for (long from = 1, to = 2; next < events.length; ) {
      int held = 0;
      while (next < events.length && events[next] < to) {
        held += holders[next++];
      }
      if (held > 0 || !bars.isEmpty()) {
        bars.add(new Bar(from, to, held));
      }
      from = to;
      to = to < 4 ? to + 1 : Long.bitCount(to) == 1 ? to + to / 2 : to + to / 3;
    }
    return bars;
  }

  private static String ofLengths(Bar bar) {
    String events =
        bar.to() - bar.from() <= 1
            ? Counted.of(Math.round(bar.from()), "event")
            : String.format(Locale.ROOT, "%,.0f to %,.0f events", bar.from(), bar.to() - 1);
    return events + ": " + Counted.of(bar.count(), "user");
  }

  static Panel longTail(LogReport report) {
    Frequencies items = report.ofItems();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent++) {
      x.add(percent / 100.0);
      y.add(items.shareOfTop(percent / 100.0));
    }
    double top = items.shareOfTop(0.1);
    Trace curve =
        Trace.line(x, y)
            .line(Theme.FIRST, 2)
            .hover("the most popular %{x:.0%} of items<br>have %{y:.1%} of the events");
    List<Double> ends = List.of(0.0, 1.0);
    return new Panel(
        String.format(Locale.ROOT, "The top 10%% of items have %.0f%% of the events", 100 * top),
        String.format(
            Locale.ROOT,
            "The Gini coefficient over %,d items is %.2f: 0 where all are equally popular. %,d have"
                + " one event.",
            items.size(),
            items.gini(),
            items.below(2)),
        Axis.shares("share of items, most popular first"),
        Axis.shares("share of events"),
        List.of(
            Trace.guide(ends, ends, Theme.TEXT, "dash"),
            Trace.words(1, 0, "dashed: equal shares", "top left", Theme.TEXT),
            Trace.guide(List.of(0.1, 0.1), List.of(0.0, top), Theme.SECOND, "solid"),
            curve));
  }

  static Panel values(LogReport report) {
    List<Bar> bars = report.values();
    if (bars.isEmpty()) {
      return new Panel(
          "The log has no values",
          "An event is a yes.",
          Axis.titled("value"),
          Axis.titled("events"),
          List.of());
    }
    Bar most = bars.get(0);
    for (Bar bar : bars) {
      most = bar.count() > most.count() ? bar : most;
    }
    return new Panel(
        "Commonest value: " + range(most) + ", in " + Counted.of(most.count(), "event"),
        String.format(
            Locale.ROOT,
            "Values reach from %s to %s, in %,d bars.",
            Histogram.number(bars.get(0).from()),
            Histogram.number(bars.get(bars.size() - 1).to()),
            bars.size()),
        Histogram.axis("value", bars, TICKS, Histogram::number),
        Histogram.counts("events", bars),
        List.of(
            Histogram.trace(bars, bar -> range(bar) + ": " + Counted.of(bar.count(), "event"))));
  }

  private static String range(Bar bar) {
    String from = Histogram.number(bar.from());
    return bar.from() == bar.to() ? from : from + " to " + Histogram.number(bar.to());
  }
}
