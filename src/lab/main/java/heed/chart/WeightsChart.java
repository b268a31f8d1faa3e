package heed.chart;

import com.google.gson.Gson;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
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
   * Rows from top to bottom in the map's order; of a long history the events that weigh most in any
   * row, and all by the menu.
   *
   * @param title what the picture is to show
   * @param history the L events, oldest first
   * @param weights L weights by the name of the kind
   * @throws IllegalArgumentException if a row does not have a weight an event
   */
  public static Figure of(String title, History history, Map<String, float[]> weights) {
    weights.forEach((name, row) -> requireOneEach(name, row, history));
    double[] heaviest = new double[history.length()];
    weights
        .values()
        .forEach(row -> Arrays.setAll(heaviest, event -> Math.max(heaviest[event], row[event])));
    LongHistory events = LongHistory.of(history.titles(), heaviest);
    List<String> names = List.copyOf(weights.keySet());
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", heatmaps(events, names, rows(weights), HOVER));
    figure.put("layout", layout(title, events, "", 240 + 34 * names.size()));
    return new Figure(GSON.toJson(figure), title + ". " + finding(history, weights));
  }

  private static List<double[]> rows(Map<String, float[]> weights) {
    return weights.values().stream()
        .map(row -> IntStream.range(0, row.length).mapToDouble(i -> rounded(row[i])).toArray())
        .toList();
  }

  private static void requireOneEach(String name, float[] row, History history) {
    if (row.length != history.length()) {
      throw new IllegalArgumentException(
          String.format(
              "a history of %d events needs as many weights, found %d for '%s'",
              history.length(), row.length, name));
    }
  }

  /** To a millionth: a float as a double would write digits that it does not have. */
  private static double rounded(float share) {
    return Math.rint(share * 1e6) / 1e6;
  }

  /**
   * A row of shares over the events of a history, for each name: one heat map, or of a long history
   * one of some events and one of all.
   *
   * @param rows the shares of each name, one an event
   * @param hover what is said of the name (y), the share (z) and the event's title (customdata)
   */
  static List<Map<String, Object>> heatmaps(
      LongHistory events, List<String> names, List<double[]> rows, String hover) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (int[] shown : events.drawn()) {
      List<double[]> drawn =
          rows.stream()
              .map(row -> IntStream.of(shown).mapToDouble(event -> row[event]).toArray())
              .toList();
      Map<String, Object> map = heatmap(events, shown, names, hover);
      map.put("z", drawn);
      map.put("visible", maps.isEmpty());
      maps.add(map);
    }
    return maps;
  }

  private static Map<String, Object> heatmap(
      LongHistory events, int[] shown, List<String> names, String hover) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", IntStream.range(0, shown.length).boxed().toList());
    trace.put("y", Labels.texts(names));
    if (events.hasNumbers(shown)) {
      trace.put("texttemplate", "%{z:.0%}");
    }
    trace.put("customdata", names.stream().map(name -> events.titlesOf(shown)).toList());
    trace.put("hovertemplate", hover);
    trace.put("colorscale", "Viridis");
    trace.put("zmin", 0);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put("showscale", names.size() > 2); // Fewer rows leave no room for its numbers.
    trace.put("colorbar", Theme.sharesBar("weight"));
    return trace;
  }

  /** Around {@link #heatmaps}: events by their titles, the first name on top. */
  static Map<String, Object> layout(String title, LongHistory events, String below, int height) {
    Map<String, Object> layout =
        Theme.layout(title, height, events.isLong() ? 2 * Menus.height() : 0);
    Map<String, Object> items = Theme.axis(below);
    items.putAll(events.columns());
    layout.put("xaxis", items);
    Theme.widen(layout, 95); // Slanted labels begin further left than their columns.
    Map<String, Object> kinds = Theme.axis("");
    kinds.put("autorange", "reversed"); // The first kind on top.
    kinds.put("showgrid", false);
    layout.put("yaxis", kinds);
    if (events.isLong()) {
      int full = (int) layout.get("height");
      layout.put("updatemenus", List.of(events.menu(List.of("xaxis"), full, full)));
    }
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
                  Labels.inSentence(history.titles().get(most)),
                  100 * row[most]));
        });
    return String.join("; ", sentences);
  }
}
