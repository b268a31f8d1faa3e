package heed.chart;

import heed.explain.AttentionMap;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attention as lines from what looks, at the left, to what it looks at, at the right; the heavier
 * the darker, with a menu of layers and heads. The picture of BertViz: Vig 2019, "A Multiscale
 * Visualization of Attention in the Transformer Model".
 */
public final class AttentionLinesChart {

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
    LongHistory places = LongHistory.of(map.labels(), AttentionChart.fromLast(map));
    List<Trace> drawn = drawn(map, map.mean(), places);
    List<Trace> traces = new ArrayList<>();
    for (double darkness : DARKNESS) {
      traces.add(line(darkness).with(drawn.get(traces.size())).onY(1));
    }
    // The places at the right have an axis of their own, which bears their titles.
    traces.add(marks().with(drawn.get(DARKNESS.size())).onY(1));
    traces.add(marks().with(drawn.get(DARKNESS.size() + 1)).onY(2));
    String finding = AttentionChart.finding(map);
    return Figure.of(traces, layout(map, finding, places), description(map, finding));
  }

  private static String description(AttentionMap map, String finding) {
    return String.format(
        Locale.ROOT, "Attention of %d places as lines. %s", map.labels().size(), finding);
  }

  private static Trace line(double darkness) {
    return Trace.line(List.of(), List.of())
        .set("opacity", darkness)
        .line(Theme.FIRST, 1 + 2 * darkness)
        .silent();
  }

  private static Trace marks() {
    return Trace.points(List.of(), List.of()).marker(Theme.TEXT, 8).hover("%{customdata}");
  }

  /** What each trace holds: the lines of each darkness, and the places at both sides. */
  private static List<Trace> drawn(AttentionMap map, float[][] weights, LongHistory places) {
    int[] shown = places.few();
    double top = heaviest(weights, shown);
    List<Trace> drawn = new ArrayList<>();
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

  private static Trace lines(float[][] weights, int[] shown, double top, int group) {
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
    return Trace.part().x(x).y(y).customdata(List.of());
  }

  /** The places at one side, and what is said of each. */
  private static Trace end(int side, List<String> said) {
    return Trace.part()
        .x(Collections.nCopies(said.size(), side))
        .y(Trace.positions(said.size()))
        .customdata(said);
  }

  /** What a place takes most from, in words. */
  private static String looks(AttentionMap map, float[] row, String title) {
    AttentionScale scale = AttentionScale.of(map);
    return IntStream.range(0, row.length)
        .boxed()
        .sorted(Comparator.comparingDouble(key -> -Math.abs(row[key])))
        .limit(NAMED_ON_HOVER)
        .filter(key -> row[key] != 0)
        .map(key -> scale.words(row[key]) + " " + Labels.text(map.labels().get(key)))
        .collect(Collectors.joining("<br>", "<b>" + title + "</b> takes<br>", ""));
  }

  private static Layout layout(AttentionMap map, String finding, LongHistory places) {
    Menu heads = Menu.above();
    AttentionChart.heads(map)
        .forEach(
            (name, weights) -> {
              String told = AttentionChart.finding(map, name, weights);
              heads.entry(name, drawn(map, weights, places), told, description(map, told));
            });
    int height = Math.max(340, 130 + 24 * places.few().length);
    return Layout.titled(AttentionChart.longestFinding(map), height, Menu.HEIGHT)
        .retitled(finding)
        .xAxis(
            Axis.titled(places.said())
                .ticks(List.of(0, 1), List.of("looking", "looked at"))
                .range(-0.06, 1.06)
                .noGrid())
        .yAxis(side(places, "left"))
        .yAxis(2, side(places, "right").set("overlaying", "y").set("matches", "y"))
        .noLegend()
        .hoverClosest()
        .menus(List.of(heads));
  }

  private static Axis side(LongHistory places, String side) {
    return places
        .axis("", places.few())
        .range(places.few().length - 0.5, -0.5) // The oldest on top.
        .set("side", side);
  }
}
