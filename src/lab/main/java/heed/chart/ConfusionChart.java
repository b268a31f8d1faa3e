package heed.chart;

import heed.explain.Confusion;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Two groupings of the same things as a heat map of counts: agreement is a diagonal. */
public final class ConfusionChart {

  /** With more columns there is no room for numbers in the cells. */
  private static final int FEW = 10;

  private ConfusionChart() {}

  /** A row and a column per group; colours are shares of a row, numbers are counts. */
  public static Figure of(Confusion confusion) {
    int[][] counts = confusion.table().counts();
    String title = Labels.capital(confusion.toString());
    return Figure.of(
        List.of(heatmap(confusion, counts)),
        layout(title, confusion),
        String.format(
            Locale.ROOT,
            "%s. %,d things in %d by %d groups",
            title,
            Arrays.stream(counts).flatMapToInt(Arrays::stream).sum(),
            counts.length,
            confusion.columns().size()));
  }

  private static Trace heatmap(Confusion confusion, int[][] counts) {
    Trace map =
        Trace.heatmap(Arrays.stream(counts).map(ConfusionChart::shares).toList())
            .x(Trace.positions(confusion.columns().size()))
            .y(Trace.positions(confusion.rows().size()))
            .set("text", counts)
            .customdata(hovers(confusion))
            .hover("%{customdata}: <b>%{text}</b>, %{z:.1%}")
            .colorscale("Viridis")
            .between(0, 1)
            .set("showscale", confusion.rows().size() > 2) // Fewer rows leave no room for it.
            .sharesBar("of row");
    return confusion.columns().size() <= FEW ? map.set("texttemplate", "%{text}") : map;
  }

  private static double[] shares(int[] row) {
    int sum = Arrays.stream(row).sum();
    return Arrays.stream(row).mapToDouble(count -> sum == 0 ? 0 : (double) count / sum).toArray();
  }

  private static List<List<String>> hovers(Confusion confusion) {
    return confusion.rows().stream()
        .map(
            row ->
                confusion.columns().stream()
                    .map(column -> Labels.text(row) + " and " + Labels.text(column))
                    .toList())
        .toList();
  }

  private static Layout layout(String title, Confusion confusion) {
    return Layout.titled(title, 240 + 30 * confusion.rows().size())
        .left(95) // Slanted labels begin further left than their columns.
        .xAxis(groups(confusion.other(), confusion.columns(), -60))
        .yAxis(groups(confusion.one(), confusion.rows(), 0).reversed()); // The first on top.
  }

  private static Axis groups(String title, List<String> names, int angle) {
    return Axis.titled(title)
        .ticks(Trace.positions(names.size()), Labels.onAxis(names))
        .angle(angle)
        .noGrid();
  }
}
