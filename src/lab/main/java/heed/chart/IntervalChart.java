package heed.chart;

import com.google.gson.Gson;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Significance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;

/**
 * Estimates with their intervals: a row a recommender, the columns of the table side by side. A
 * filled mark is the best of its column, an open one cannot be told from it, a grey one is behind.
 */
public final class IntervalChart {

  private static final Gson GSON = new Gson();

  /** In pixels. */
  private static final int ROW = 34;

  private static final int AROUND = 95;

  /** For columns' headings of up to three lines. */
  private static final int HEADINGS = 55;

  /** Between columns, of the width of all. */
  private static final double GAP = .06;

  private static final int WIDE = 74;

  private IntervalChart() {}

  /**
   * Draws a table.
   *
   * @param title what the picture is to show
   */
  public static Figure of(String title, EstimateTable table) {
    int columns = table.columns().size();
    Map<String, Object> layout = Theme.layout(title, AROUND + ROW * table.rows().size(), HEADINGS);
    List<Map<String, Object>> traces = new ArrayList<>();
    List<Map<String, Object>> headings = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      double left = column * (1 + GAP) / columns;
      String number = column == 0 ? "" : Integer.toString(column + 1);
      Map<String, Object> axis = Theme.axis("");
      axis.put("domain", List.of(left, Math.min(1, left + (1 + GAP) / columns - GAP)));
      axis.put("nticks", columns > 2 ? 3 : 6);
      axis.put("anchor", "y");
      layout.put("xaxis" + number, axis);
      traces.add(trace(table, column, number));
      headings.add(heading(table.columns().get(column), left, columns));
    }
    Map<String, Object> names = Theme.axis("");
    names.put("autorange", "reversed"); // The first recommender on top.
    layout.put("yaxis", names);
    layout.put("showlegend", false);
    layout.put("annotations", headings);
    return new Figure(
        GSON.toJson(Map.of("data", traces, "layout", layout)), title + ". " + words(table));
  }

  private static Map<String, Object> trace(EstimateTable table, int column, String number) {
    List<Estimate> estimates =
        table.rows().stream().map(row -> row.estimates().get(column)).toList();
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "markers");
    trace.put("x", estimates.stream().map(Estimate::value).toList());
    trace.put("y", table.rows().stream().map(row -> name(row.name())).toList());
    trace.put("xaxis", "x" + number);
    trace.put("yaxis", "y");
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", "data");
    error.put("symmetric", false);
    error.put("array", estimates.stream().map(e -> e.interval().high() - e.value()).toList());
    error.put("arrayminus", estimates.stream().map(e -> e.value() - e.interval().low()).toList());
    error.put("color", Theme.TEXT);
    error.put("thickness", 1.5);
    trace.put("error_x", error);
    trace.put(
        "marker",
        Map.of(
            "size",
            9,
            "color",
            estimates.stream().map(e -> colour(e.standing())).toList(),
            "symbol",
            estimates.stream().map(e -> symbol(e.standing())).toList()));
    trace.put("hovertext", estimates.stream().map(e -> e + "<br>" + e.standing()).toList());
    trace.put("hovertemplate", "%{y}<br>%{hovertext}<extra></extra>");
    return trace;
  }

  /** A recommender's name as a label; settings make some long. */
  private static String name(String recommender) {
    return Labels.text(WordUtils.wrap(recommender, Labels.LONGEST, "\n", false));
  }

  private static String colour(Significance standing) {
    return standing == Significance.BEHIND ? Theme.TEXT : Theme.FIRST;
  }

  private static String symbol(Significance standing) {
    return standing == Significance.LEVEL ? "circle-open" : "circle";
  }

  private static Map<String, Object> heading(String text, double left, int columns) {
    Map<String, Object> heading = new LinkedHashMap<>();
    heading.put("text", Labels.text(WordUtils.wrap(text, WIDE / columns, "\n", false)));
    heading.put("font", Map.of("size", 12));
    heading.put("showarrow", false);
    heading.put("align", "left");
    heading.putAll(Map.of("xref", "paper", "xanchor", "left", "x", left));
    heading.putAll(Map.of("yref", "paper", "yanchor", "bottom", "y", 1, "yshift", 4));
    return heading;
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
        "%s: %s%s.",
        column, best, level.isEmpty() ? "" : "; not distinguishable from it: " + level);
  }

  private static IntStream at(List<Estimate> estimates, Significance standing) {
    return IntStream.range(0, estimates.size())
        .filter(row -> estimates.get(row).standing() == standing);
  }
}
