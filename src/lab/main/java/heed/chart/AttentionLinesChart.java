package heed.chart;

import com.google.gson.Gson;
import heed.explain.AttentionMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attention as lines from what looks, at the left, to what it looks at, at the right; the heavier
 * the darker, with a menu of layers and heads. The picture of BertViz: Vig 2019, "A Multiscale
 * Visualization of Attention in the Transformer Model".
 */
public final class AttentionLinesChart {

  private static final Gson GSON = new Gson();

  /** How dark the lines of each group are, the lightest first. */
  private static final List<Double> DARKNESS = List.of(0.12, 0.3, 0.5, 0.75, 1.0);

  /** A line with less of the heaviest weight would not be seen. */
  private static final double LEAST = 0.04;

  private static final int NAMED_ON_HOVER = 3;

  private AttentionLinesChart() {}

  /**
   * Hovering a place at the left tells what it takes most from. Of a long history those are drawn
   * that the last place takes most from; {@link AttentionChart} has all.
   */
  public static Figure of(AttentionMap map) {
    LongHistory places = LongHistory.of(map.places(), AttentionChart.fromLast(map));
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Map<String, Object> drawn : drawn(map, map.mean(), places)) {
      Map<String, Object> trace = new LinkedHashMap<>(drawn);
      boolean lines = traces.size() < DARKNESS.size();
      trace.putAll(lines ? line(DARKNESS.get(traces.size())) : marks());
      // The places at the right have an axis of their own, which bears their titles.
      trace.put("yaxis", traces.size() > DARKNESS.size() ? "y2" : "y");
      traces.add(trace);
    }
    String finding = AttentionChart.finding(map);
    return new Figure(
        GSON.toJson(Map.of("data", traces, "layout", layout(map, finding, places))),
        String.format("Attention of %d places as lines. %s", map.places().size(), finding));
  }

  private static Map<String, Object> line(double darkness) {
    return Map.of(
        "type", "scatter",
        "mode", "lines",
        "opacity", darkness,
        "line", Map.of("color", Theme.FIRST, "width", 1 + 2 * darkness),
        "hoverinfo", "skip");
  }

  private static Map<String, Object> marks() {
    return Map.of(
        "type", "scatter",
        "mode", "markers",
        "marker", Map.of("color", Theme.TEXT, "size", 8),
        "hovertemplate", "%{customdata}<extra></extra>");
  }

  /** What each trace holds: the lines of each darkness, and the places at both sides. */
  private static List<Map<String, Object>> drawn(
      AttentionMap map, float[][] weights, LongHistory places) {
    int[] shown = places.few();
    double top = heaviest(weights, shown);
    List<Map<String, Object>> drawn = new ArrayList<>();
    for (int group = 0; group < DARKNESS.size(); group++) {
      drawn.add(lines(weights, shown, top, group));
    }
    List<String> titles = places.titlesOf(shown);
    List<String> looks =
        IntStream.range(0, shown.length)
            .mapToObj(row -> looks(map, weights[shown[row]], titles.get(row)))
            .toList();
    drawn.add(end(0, looks));
    drawn.add(end(1, titles));
    return drawn;
  }

  private static double heaviest(float[][] weights, int[] shown) {
    double top = 0;
    for (int query : shown) {
      for (int key : shown) {
        // A first event that can only look at itself says nothing.
        top = query == 0 ? top : Math.max(top, Math.abs(weights[query][key]));
      }
    }
    return top == 0 ? 1 : top;
  }

  private static Map<String, Object> lines(float[][] weights, int[] shown, double top, int group) {
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    for (int row = 0; row < shown.length; row++) {
      for (int column = 0; column < shown.length; column++) {
        double share = Math.min(1, Math.abs(weights[shown[row]][shown[column]]) / top);
        if (share >= LEAST && group == (int) Math.min(DARKNESS.size() - 1, share * 5)) {
          Collections.addAll(x, 0, 1, "");
          Collections.addAll(y, row, column, "");
        }
      }
    }
    return Map.of("x", x, "y", y, "customdata", List.of());
  }

  /** The places at one side, and what is said of each. */
  private static Map<String, Object> end(int side, List<String> said) {
    return Map.of(
        "x", Collections.nCopies(said.size(), side),
        "y", IntStream.range(0, said.size()).boxed().toList(),
        "customdata", said);
  }

  /** What a place takes most from, in words. */
  private static String looks(AttentionMap map, float[] row, String title) {
    AttentionScale scale = AttentionScale.of(map);
    return IntStream.range(0, row.length)
        .boxed()
        .sorted(Comparator.comparingDouble(key -> -Math.abs(row[key])))
        .limit(NAMED_ON_HOVER)
        .filter(key -> row[key] != 0)
        .map(key -> scale.words(row[key]) + " " + Labels.text(map.places().get(key)))
        .collect(Collectors.joining("<br>", "<b>" + title + "</b> takes<br>", ""));
  }

  private static Map<String, Object> layout(AttentionMap map, String finding, LongHistory places) {
    int height = Math.max(340, 130 + 24 * places.few().length);
    Map<String, Object> layout = Theme.layout(finding, height, Menus.height());
    Map<String, Object> across = Theme.axis(places.said());
    across.put("tickvals", List.of(0, 1));
    across.put("ticktext", List.of("looking", "looked at"));
    across.put("range", List.of(-0.06, 1.06));
    across.put("showgrid", false);
    layout.put("xaxis", across);
    layout.put("yaxis", side(places, "left"));
    Map<String, Object> right = side(places, "right");
    right.put("overlaying", "y");
    right.put("matches", "y");
    layout.put("yaxis2", right);
    layout.put("showlegend", false);
    layout.put("hovermode", "closest");
    layout.put("updatemenus", List.of(Menus.above(heads(map, places))));
    return layout;
  }

  private static Map<String, Object> side(LongHistory places, String side) {
    Map<String, Object> axis = Theme.axis("");
    axis.putAll(places.ticks(places.few()));
    axis.put("range", List.of(places.few().length - 0.5, -0.5)); // The oldest on top.
    axis.put("side", side);
    axis.put("showgrid", false);
    return axis;
  }

  private static List<Map<String, Object>> heads(AttentionMap map, LongHistory places) {
    List<Map<String, Object>> entries = new ArrayList<>();
    AttentionChart.heads(map)
        .forEach((name, weights) -> entries.add(Menus.entry(name, drawn(map, weights, places))));
    return entries;
  }
}
