package heed.chart;

import com.google.gson.Gson;
import heed.evaluation.Categories;
import heed.explain.ItemMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Items as points, near each other where a network's vectors are; the colour and mark of a point
 * are its kind's, its genre's say, and hovering it names its neighbours.
 */
public final class ItemMapChart {

  private static final Gson GSON = new Gson();

  /** Marks that are told apart without their colours. */
  private static final List<String> MARKS =
      List.of("circle", "square", "diamond", "triangle-up", "cross", "x");

  private static final String OTHERS = "others";

  private ItemMapChart() {}

  /**
   * The kinds that most of the items have get colours of their own; an item of several is drawn
   * with the rarest of them that has one, since what nearly all are says little.
   */
  public static Figure of(ItemMap map, Categories kinds) {
    List<Integer> common = common(map, kinds);
    List<Map<String, Object>> traces = new ArrayList<>();
    traces.add(points(map, kinds, common, -1));
    for (int i = common.size() - 1; i >= 0; i--) {
      traces.add(points(map, kinds, common, i));
    }
    String finding = finding(map);
    return new Figure(
        GSON.toJson(Map.of("data", traces, "layout", layout(map, finding))),
        common.isEmpty() ? finding : finding + ". Kinds: " + names(kinds, common));
  }

  /** All points alike. */
  public static Figure of(ItemMap map) {
    int last = map.items().stream().mapToInt(Integer::intValue).max().orElse(0);
    return of(map, Categories.of(Collections.nCopies(last, List.<String>of())));
  }

  /** The kinds of most items, the commonest first. */
  private static List<Integer> common(ItemMap map, Categories kinds) {
    int[] count = new int[kinds.names().size()];
    map.items().forEach(item -> Arrays.stream(kinds.of(item)).forEach(kind -> count[kind]++));
    return IntStream.range(0, count.length)
        .boxed()
        .filter(kind -> count[kind] > 0)
        .sorted(Comparator.comparingInt(kind -> -count[kind]))
        .limit(Theme.SERIES.size())
        .toList();
  }

  private static String names(Categories kinds, List<Integer> common) {
    return common.stream().map(kinds.names()::get).collect(Collectors.joining(", "));
  }

  /** The items of one of the common kinds, or, at -1, of none. */
  private static Map<String, Object> points(
      ItemMap map, Categories kinds, List<Integer> common, int which) {
    double[][] places = map.places();
    List<Integer> shown =
        IntStream.range(0, map.items().size())
            .boxed()
            .filter(i -> drawnAs(kinds.of(map.items().get(i)), common) == which)
            .toList();
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "markers");
    trace.put("name", Labels.text(which < 0 ? OTHERS : kinds.names().get(common.get(which))));
    trace.put("x", shown.stream().map(i -> places[i][0]).toList());
    trace.put("y", shown.stream().map(i -> places[i][1]).toList());
    trace.put("customdata", shown.stream().map(i -> hover(map, i)).toList());
    trace.put("hovertemplate", "%{customdata}");
    trace.put(
        "marker",
        Map.of(
            "size", which < 0 ? 4 : 6,
            "symbol", which < 0 ? "circle-open" : MARKS.get(which),
            "color", which < 0 ? Theme.BEHIND : Theme.SERIES.get(which)));
    return trace;
  }

  private static int drawnAs(int[] kinds, List<Integer> common) {
    return Arrays.stream(kinds).map(common::indexOf).max().orElse(-1);
  }

  private static String hover(ItemMap map, int i) {
    return map.neighbours().get(i).stream()
        .map(Labels::text)
        .collect(
            Collectors.joining(
                "<br>", "<b>" + Labels.text(map.titles().get(i)) + "</b>, near<br>", ""));
  }

  private static Map<String, Object> layout(ItemMap map, String finding) {
    Map<String, Object> layout = Theme.layout(finding, 520);
    layout.put("xaxis", direction("first direction", map.explained()[0]));
    layout.put("yaxis", direction("second direction", map.explained()[1]));
    layout.put("legend", Map.of("orientation", "h", "y", -0.15, "yanchor", "top", "x", 0));
    layout.put("hovermode", "closest");
    return layout;
  }

  private static Map<String, Object> direction(String name, double explained) {
    Map<String, Object> axis =
        Theme.axis(String.format(Locale.ROOT, "%s, %.0f%% of variance", name, 100 * explained));
    axis.put("showticklabels", false);
    return axis;
  }

  private static String finding(ItemMap map) {
    return String.format(
        Locale.ROOT,
        "%,d items by their vectors; the plane holds %.0f%% of how they differ",
        map.items().size(),
        100 * (map.explained()[0] + map.explained()[1]));
  }
}
