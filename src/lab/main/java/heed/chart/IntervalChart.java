package heed.chart;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Significance;
import heed.figure.Annotation;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;

/**
 * Estimates with their intervals: a row per recommender, the columns of the table side by side. A
 * filled mark is the best of its column, an open one is not significantly different from it, a grey
 * one is worse.
 */
public final class IntervalChart {

  /** In pixels. */
  private static final int ROW = 34;

  private static final int AROUND = 95;

  /** For columns' headings of up to three lines. */
  private static final int HEADINGS = 55;

  /** Between columns, of the width of all. */
  private static final double GAP = .06;

  private static final int WIDE = 74;

  private static final int LONGEST_NAME = 2 * Labels.LONGEST - 4;

  private IntervalChart() {}

  /**
   * Draws a table.
   *
   * @param title what the picture is to show
   */
  public static Figure of(String title, EstimateTable table) {
    int columns = table.columns().size();
    Layout layout =
        Layout.titled(title, AROUND + ROW * table.rows().size(), HEADINGS)
            .yAxis(Axis.titled("").reversed()) // The first recommender on top.
            .noLegend();
    List<Trace> traces = new ArrayList<>();
    List<Annotation> headings = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      double left = column * (1 + GAP) / columns;
      layout.xAxis(
          column + 1,
          Axis.titled("")
              .domain(left, Math.min(1, left + (1 + GAP) / columns - GAP))
              .set("nticks", columns > 2 ? 3 : 6)
              .anchor("y"));
      traces.add(estimates(table, column));
      headings.add(heading(table.columns().get(column), left, columns));
    }
    return Figure.of(traces, layout.annotations(headings), title + ". " + words(table));
  }

  private static Trace estimates(EstimateTable table, int column) {
    List<Estimate> estimates =
        table.rows().stream().map(row -> row.estimates().get(column)).toList();
    return Trace.points(estimates.stream().map(Estimate::value).toList(), names(table))
        .on(column + 1, 1)
        .set("error_x.type", "data")
        .set("error_x.symmetric", false)
        .set("error_x.array", estimates.stream().map(e -> e.interval().high() - e.value()).toList())
        .set(
            "error_x.arrayminus",
            estimates.stream().map(e -> e.value() - e.interval().low()).toList())
        .set("error_x.color", Theme.TEXT)
        .set("error_x.thickness", 1.5)
        .set("marker.size", 9)
        .set("marker.color", estimates.stream().map(e -> colour(e.standing())).toList())
        .set("marker.symbol", estimates.stream().map(e -> symbol(e.standing())).toList())
        .set("hovertext", estimates.stream().map(e -> e + "<br>" + e.standing()).toList())
        .hover("%{y}<br>%{hovertext}");
  }

  /**
   * The recommenders' names as labels: settings make some long, and a row has room for two lines.
   * Whole where cut ones would be alike, since rows of one label fall together.
   */
  private static List<String> names(EstimateTable table) {
    List<String> whole = table.rows().stream().map(EstimateTable.Row::name).toList();
    List<String> cut = whole.stream().map(name -> Labels.cut(name, LONGEST_NAME)).toList();
    boolean alike = cut.stream().distinct().count() < whole.stream().distinct().count();
    return (alike ? whole : cut)
        .stream()
            .map(name -> Labels.text(WordUtils.wrap(name, Labels.LONGEST, "\n", false)))
            .toList();
  }

  private static String colour(Significance standing) {
    return standing == Significance.BEHIND ? Theme.TEXT : Theme.FIRST;
  }

  private static String symbol(Significance standing) {
    return standing == Significance.LEVEL ? "circle-open" : "circle";
  }

  private static Annotation heading(String text, double left, int columns) {
    String lines = Labels.text(WordUtils.wrap(text, WIDE / columns, "\n", false));
    return Annotation.above(left, 1, 4, lines, "left").set("font.size", 12).set("align", "left");
  }

  private static String words(EstimateTable table) {
    return table.columns().stream()
        .map(column -> words(table, column, table.column(column)))
        .collect(Collectors.joining(" "));
  }

  private static String words(EstimateTable table, String column, List<Estimate> estimates) {
    String level =
        at(estimates, Significance.LEVEL)
            .mapToObj(row -> table.rows().get(row).name())
            .collect(Collectors.joining(", "));
    String best =
        at(estimates, Significance.BEST)
            .mapToObj(row -> "best " + table.rows().get(row).name() + ", " + estimates.get(row))
            .findFirst()
            .orElse("the best is not among these"); // They may be some rows of a larger table.
    return String.format(
        Locale.ROOT,
        "%s: %s%s.",
        column,
        best,
        level.isEmpty() ? "" : "; not distinguishable from it: " + level);
  }

  private static IntStream at(List<Estimate> estimates, Significance standing) {
    return IntStream.range(0, estimates.size())
        .filter(row -> estimates.get(row).standing() == standing);
  }
}
