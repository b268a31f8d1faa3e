package heed.chart;

import heed.evaluation.Categories;
import heed.explain.ItemMap;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Items as points, near each other where a network's vectors are; the colour and mark of a point
 * are its kind's, its genre's say, and hovering it names its neighbours.
 */
public final class ItemMapChart {

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
    List<Trace> traces = new ArrayList<>();
    traces.add(points(map, kinds, common, -1));
    for (int i = common.size() - 1; i >= 0; i--) {
      traces.add(points(map, kinds, common, i));
    }
    String finding = finding(map);
    return Figure.of(
        traces,
        layout(map, finding),
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
  private static Trace points(ItemMap map, Categories kinds, List<Integer> common, int which) {
    double[][] coordinates = map.coordinates();
    List<Integer> shown =
        IntStream.range(0, map.items().size())
            .boxed()
            .filter(i -> drawnAs(kinds.of(map.items().get(i)), common) == which)
            .toList();
    Trace points =
        Trace.points(
                shown.stream().map(i -> coordinates[i][0]).toList(),
                shown.stream().map(i -> coordinates[i][1]).toList())
            .customdata(shown.stream().map(i -> hover(map, i)).toList())
            .set("hovertemplate", "%{customdata}"); // And, beside it, the kind.
    return which < 0
        ? points.name(OTHERS).marker(Theme.BEHIND, 4, "circle-open")
        : points
            .name(kinds.names().get(common.get(which)))
            .marker(Theme.SERIES.get(which), 6, MARKS.get(which));
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

  private static Layout layout(ItemMap map, String finding) {
    return Layout.titled(finding, 520)
        .xAxis(direction("first direction", map.explained()[0]))
        .yAxis(direction("second direction", map.explained()[1]))
        .legend(-0.15, "top")
        .set("legend.x", 0)
        .hoverClosest();
  }

  private static Axis direction(String name, double explained) {
    return Axis.titled(String.format(Locale.ROOT, "%s, %.0f%% of variance", name, 100 * explained))
        .noLabels();
  }

  private static String finding(ItemMap map) {
    return String.format(
        Locale.ROOT,
        "%,d items by their vectors; the plane holds %.0f%% of how they differ",
        map.items().size(),
        100 * (map.explained()[0] + map.explained()[1]));
  }
}
