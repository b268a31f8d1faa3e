package heed.chart;

import com.google.gson.Gson;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How one query spreads its weight over one history under several kinds of attention: a heat map
 * with a row a kind, so that kinds can be compared at a glance.
 */
public final class WeightsChart {

  private static final Gson GSON = new Gson();

  private static final String HOVER =
      "%{y} gives <b>%{z:.1%}</b> to<br><b>%{customdata}</b><extra></extra>";

  private WeightsChart() {}

  /**
   * Rows from top to bottom in the map's order.
   *
   * @param title what the picture is to show
   * @param history the L events, oldest first
   * @param weights L weights by the name of the kind
   * @throws IllegalArgumentException if a row does not have a weight an event
   */
  public static Figure of(String title, History history, Map<String, float[]> weights) {
    weights.forEach((name, row) -> requireOneEach(name, row, history));
    Map<String, Object> figure = new LinkedHashMap<>();
    List<String> names = List.copyOf(weights.keySet());
    figure.put("data", List.of(heatmap(history, names, List.copyOf(weights.values()), HOVER)));
    figure.put("layout", layout(title, history, "", 190 + 34 * names.size()));
    return new Figure(GSON.toJson(figure), title + ". " + finding(history, weights));
  }

  private static void requireOneEach(String name, float[] row, History history) {
    if (row.length != history.length()) {
      throw new IllegalArgumentException(
          String.format(
              "a history of %d events needs as many weights, found %d for '%s'",
              history.length(), row.length, name));
    }
  }

  /**
   * A row of shares over the events of a history, for each name.
   *
   * @param rows the shares of each name, one an event
   * @param hover what is said of the name (y), the share (z) and the event's title (customdata)
   */
  static Map<String, Object> heatmap(
      History history, List<String> names, List<?> rows, String hover) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", IntStream.range(0, history.length()).boxed().toList());
    trace.put("y", names);
    trace.put("z", rows);
    trace.put("texttemplate", "%{z:.0%}");
    trace.put("customdata", names.stream().map(name -> history.titles()).toList());
    trace.put("hovertemplate", hover);
    trace.put("colorscale", "Viridis");
    trace.put("zmin", 0);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put(
        "colorbar",
        Map.of("title", Map.of("text", "weight"), "tickformat", ".0%", "thickness", 14));
    return trace;
  }

  /** Below {@link #heatmap}: events by their titles, the first name on top. */
  static Map<String, Object> layout(String title, History history, String below, int height) {
    Map<String, Object> layout = Theme.layout(title, height);
    Map<String, Object> items = Theme.axis(below);
    items.put("tickvals", IntStream.range(0, history.length()).boxed().toList());
    items.put("ticktext", history.titles().stream().map(AttentionChart::label).toList());
    items.put("showgrid", false);
    layout.put("xaxis", items);
    Map<String, Object> kinds = Theme.axis("");
    kinds.put("autorange", "reversed"); // The first kind on top.
    kinds.put("showgrid", false);
    layout.put("yaxis", kinds);
    layout.put("margin", Theme.MARGIN);
    return layout;
  }

  private static String finding(History history, Map<String, float[]> weights) {
    List<String> sentences = new ArrayList<>();
    weights.forEach(
        (name, row) -> {
          int most = 0;
          for (int i = 1; i < row.length; i++) {
            most = row[i] > row[most] ? i : most;
          }
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s gives most to %s (%.0f%%)",
                  name,
                  AttentionChart.label(history.titles().get(most)),
                  100 * row[most]));
        });
    return String.join("; ", sentences);
  }
}
