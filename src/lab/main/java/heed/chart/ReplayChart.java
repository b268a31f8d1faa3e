package heed.chart;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;

/**
 * How answers age: a line a recommender over columns that follow each other in time, such as those
 * of {@link heed.evaluation.replay.ReplayReport#by}, with an interval at each point.
 */
public final class ReplayChart {

  /** How far the first and the last of the marks of one column lie apart. */
  private static final double SPREAD = 0.3;

  /** Characters in a line under a column. */
  private static final int COLUMN = 18;

  private ReplayChart() {}

  /**
   * Draws a table.
   *
   * @param title what the picture is to show
   * @param measure what the estimates are, such as NDCG@10
   */
  public static Figure of(String title, String measure, EstimateTable table) {
    List<Trace> traces = new ArrayList<>();
    LineStyles styles = new LineStyles(table.rows().stream().map(EstimateTable.Row::name).toList());
    for (int row = 0; row < table.rows().size(); row++) {
      traces.add(line(table, row, styles));
    }
    List<String> ticks =
        table.columns().stream()
            .map(column -> Labels.text(WordUtils.wrap(column, COLUMN, "\n", false)))
            .toList();
    Layout layout =
        Layout.titled(title, 360 + 22 * table.rows().size())
            .xAxis(
                Axis.titled("")
                    .ticks(Trace.positions(ticks.size()), ticks)
                    .angle(0)
                    .noGrid()
                    .range(-0.5, ticks.size() - 0.5))
            .yAxis(Axis.titled(measure).fromZero())
            .legend(-0.25, "top");
    return Figure.of(traces, layout, title + ". " + words(measure, table));
  }

  private static Trace line(EstimateTable table, int row, LineStyles styles) {
    int rows = table.rows().size();
    double aside = rows == 1 ? 0 : SPREAD * (row / (rows - 1.0) - 0.5);
    List<Estimate> estimates = table.rows().get(row).estimates();
    String name = table.rows().get(row).name();
    Trace line =
        Trace.markedLine(
            IntStream.range(0, estimates.size()).mapToObj(column -> column + aside).toList(),
            estimates.stream().map(Estimate::value).toList());
    return styles
        .draw(row, line)
        .marker(styles.color(row), 8)
        .set("error_y.type", "data")
        .set("error_y.symmetric", false)
        .set("error_y.array", estimates.stream().map(e -> e.interval().high() - e.value()).toList())
        .set(
            "error_y.arrayminus",
            estimates.stream().map(e -> e.value() - e.interval().low()).toList())
        .set("error_y.thickness", 1)
        .set("error_y.width", 3)
        .set("hovertext", estimates.stream().map(e -> e + "<br>" + e.standing()).toList())
        .hover("%{hovertext}", name);
  }

  private static String words(String measure, EstimateTable table) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(column -> words(measure, table, column))
        .collect(Collectors.joining(" "));
  }

  private static String words(String measure, EstimateTable table, int column) {
    EstimateTable.Row best = table.rows().get(0);
    for (EstimateTable.Row row : table.rows()) {
      double value = row.estimates().get(column).value();
      best = value > best.estimates().get(column).value() ? row : best;
    }
    return String.format(
        Locale.ROOT,
        "%s: best %s, %s %s.",
        table.columns().get(column),
        best.name(),
        measure,
        best.estimates().get(column));
  }
}
