package heed.chart;

import com.google.gson.Gson;
import heed.explain.Confusion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Two groupings of the same things as a heat map of counts: agreement is a diagonal. */
public final class ConfusionChart {

  private static final Gson GSON = new Gson();

  /** With more columns there is no room for numbers in the cells. */
  private static final int FEW = 10;

  private ConfusionChart() {}

  /** A row and a column a group; colours are shares of a row, numbers are counts. */
  public static Figure of(Confusion confusion) {
    int[][] counts = confusion.table().counts();
    String finding = confusion.toString();
    String title = finding.substring(0, 1).toUpperCase(Locale.ROOT) + finding.substring(1);
    Map<String, Object> figure =
        Map.of("data", List.of(heatmap(confusion, counts)), "layout", layout(title, confusion));
    return new Figure(
        GSON.toJson(figure),
        String.format(
            Locale.ROOT,
            "%s. %,d things in %d by %d groups",
            title,
            Arrays.stream(counts).flatMapToInt(Arrays::stream).sum(),
            counts.length,
            confusion.columns().size()));
  }

  private static Map<String, Object> heatmap(Confusion confusion, int[][] counts) {
    List<double[]> shares = Arrays.stream(counts).map(ConfusionChart::shares).toList();
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", IntStream.range(0, confusion.columns().size()).boxed().toList());
    trace.put("y", IntStream.range(0, confusion.rows().size()).boxed().toList());
    trace.put("z", shares);
    trace.put("text", counts);
    if (confusion.columns().size() <= FEW) {
      trace.put("texttemplate", "%{text}");
    }
    trace.put("customdata", hovers(confusion));
    trace.put("hovertemplate", "%{customdata}: <b>%{text}</b>, %{z:.1%}<extra></extra>");
    trace.put("colorscale", "Viridis");
    trace.put("zmin", 0);
    trace.put("zmax", 1);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put("showscale", confusion.rows().size() > 2); // Fewer rows leave no room for it.
    trace.put("colorbar", Theme.sharesBar("of row"));
    return trace;
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

  private static Map<String, Object> layout(String title, Confusion confusion) {
    Map<String, Object> layout = Theme.layout(title, 240 + 30 * confusion.rows().size());
    layout.put("xaxis", groups(confusion.other(), confusion.columns(), -60));
    Theme.widen(layout, 95); // Slanted labels begin further left than their columns.
    Map<String, Object> rows = groups(confusion.one(), confusion.rows(), 0);
    rows.put("autorange", "reversed"); // The first on top.
    layout.put("yaxis", rows);
    return layout;
  }

  private static Map<String, Object> groups(String title, List<String> names, int angle) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("tickvals", IntStream.range(0, names.size()).boxed().toList());
    axis.put("ticktext", Labels.onAxis(names));
    axis.put("tickangle", angle);
    axis.put("showgrid", false);
    return axis;
  }
}
