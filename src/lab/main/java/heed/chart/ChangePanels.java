package heed.chart;

import heed.figure.Axis;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.report.LogReport;
import heed.report.Period;
import heed.report.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures of what is different from one part of a log to the next. */
final class ChangePanels {

  /** How likely a divergence lies above all deals by luck: one of twenty equally likely ranks. */
  private static final double BY_LUCK = 0.05;

  /** How far the name of a line stands off it, so that a mark does not touch it. */
  private static final double CLEAR = 0.03;

  private ChangePanels() {}

  static Panel newcomers(LogReport report) {
    List<Period> periods = report.overTime().periods();
    Axis xAxis = Axis.titled("tenth of the log, oldest first");
    Axis yAxis = Axis.shares("share of its events");
    if (periods.size() < 2) {
      return new Panel(
          "All events share one moment: nothing is new",
          "Nobody was before.",
          xAxis,
          yAxis,
          List.of());
    }
    List<Integer> x = new ArrayList<>();
    List<Double> users = new ArrayList<>();
    List<Double> items = new ArrayList<>();
    List<String> hover = new ArrayList<>();
    for (int i = 1; i < periods.size(); i++) {
      x.add(i + 1);
      users.add(periods.get(i).newUsers());
      items.add(periods.get(i).newItems());
      hover.add(ofPeriod(i + 1, periods.get(i)));
    }
    Period last = periods.get(periods.size() - 1);
    return new Panel(
        String.format(
            Locale.ROOT,
            "Of the newest events %.0f%% are by new users, %.0f%% with new items",
            100 * last.newUsers(),
            100 * last.newItems()),
        String.format(
            Locale.ROOT,
            "In the second part of the log it was %.0f%% and %.0f%%.",
            100 * periods.get(1).newUsers(),
            100 * periods.get(1).newItems()),
        xAxis.set("dtick", 1),
        yAxis.range(-0.15, 1.15), // Room for the names of the lines.
        List.of(
            Panels.marked(x, users, hover),
            Trace.markedLine(x, items)
                .line(Theme.SECOND, 2, "dash")
                .marker(Theme.SECOND, 6, "square")
                .hovers(hover),
            name("users", users, items, Theme.FIRST),
            name("items", items, users, Theme.SECOND_WORDS)));
  }

  /**
   * The name of one of two lines, where they are farthest apart, on the side away from the other.
   */
  private static Trace name(String name, List<Double> line, List<Double> other, String colour) {
    int widest = 0;
    for (int i = 1; i < line.size(); i++) {
      double apart = Math.abs(line.get(i) - other.get(i));
      widest = apart > Math.abs(line.get(widest) - other.get(widest)) ? i : widest;
    }
    boolean above = line.get(widest) > other.get(widest);
    String side = widest == 0 ? "right" : widest == line.size() - 1 ? "left" : "center";
    return Trace.words(
        widest + 2,
        line.get(widest) + (above ? CLEAR : -CLEAR),
        name,
        (above ? "top " : "bottom ") + side,
        colour);
  }

  private static String ofPeriod(int number, Period period) {
    return String.format(
        Locale.ROOT,
        "part %d, from %s<br>%.1f%% by new users<br>%.1f%% with new items",
        number,
        period.from().toString().substring(0, 10),
        100 * period.newUsers(),
        100 * period.newItems());
  }

  static Panel drift(LogReport report) {
    List<Shift> shifts = report.overTime().shifts();
    List<Integer> x = new ArrayList<>();
    List<String> hover = new ArrayList<>();
    int beyond = 0;
    for (Shift shift : shifts) {
      x.add(x.size() + 2);
      hover.add(ofShift(x.size() + 1, shift));
      beyond += shift.divergence() > shift.chanceHigh() ? 1 : 0;
    }
    List<Double> found = shifts.stream().map(Shift::divergence).toList();
    Trace band =
        Trace.bars(x, shifts.stream().map(shift -> shift.chanceHigh() - shift.chanceLow()).toList())
            .set("base", shifts.stream().map(Shift::chanceLow).toList())
            .set("width", 0.9)
            .set("marker.color", Theme.BEHIND)
            .silent();
    return new Panel(
        String.format(
            Locale.ROOT,
            "Choices moved beyond chance (grey) in %d of %d steps; %.1f are due to luck",
            beyond,
            shifts.size(),
            BY_LUCK * shifts.size()),
        "The change is the Jensen-Shannon divergence of item shares from one part to the next;"
            + " chance is the range of 19 random deals of the users.",
        Axis.titled("into which tenth of the log").set("dtick", 1),
        Axis.titled("change (bits)").fromZero(),
        List.of(band, Panels.marked(x, found, hover)));
  }

  private static String ofShift(int part, Shift shift) {
    return String.format(
        Locale.ROOT,
        "into part %d, from %s: %.3f bits<br>users dealt at random: %.3f to %.3f",
        part,
        shift.at().toString().substring(0, 10),
        shift.divergence(),
        shift.chanceLow(),
        shift.chanceHigh());
  }
}
