package heed.chart;

import heed.explain.AttentionMap;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Trace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** An attention map as a heat map with a menu of layers and heads; hovering names both places. */
public final class AttentionChart {
  private static final String MEAN = "mean of all layers and heads";

  private AttentionChart() {}

  /**
   * Rows are the places that look, columns what they look at; of a long history those that the last
   * place takes most from, and all by the menu. The future stays blank where the network may not
   * see it. Shares are percentages; strengths are numbers, coloured from 0 or, if some are below,
   * to both sides of 0. Each head has colours of its own range.
   */
  public static Figure of(AttentionMap map) {
    LongHistory places = LongHistory.of(map.labels(), fromLast(map));
    return Figure.of(
        places.traces(shown -> heatmap(map, shown)),
        layout(map, places),
        description(map, finding(map)));
  }

  private static String description(AttentionMap map, String finding) {
    return String.format(
        Locale.ROOT,
        "Attention map of %d places, %d layers with %d heads; %s. %s",
        map.labels().size(),
        map.layers().size(),
        map.heads(),
        AttentionScale.of(map).reading(),
        finding);
  }

  /** What the last place takes from each; itself is always among the heaviest. */
  static double[] fromLast(AttentionMap map) {
    float[] row = map.mean()[map.labels().size() - 1];
    double[] weights = IntStream.range(0, row.length).mapToDouble(i -> Math.abs(row[i])).toArray();
    weights[weights.length - 1] = Double.POSITIVE_INFINITY;
    return weights;
  }

  /** The rows and columns of some places. */
  private static Trace heatmap(AttentionMap map, int[] shown) {
    List<String> titles =
        Labels.texts(IntStream.of(shown).mapToObj(place -> map.labels().get(place)).toList());
    return AttentionScale.of(map)
        .colour(drawn(map, map.mean(), shown), titles, titles)
        .set("hoverongaps", false);
  }

  /** The numbers of one picture, and the range of its colours. */
  private static Trace drawn(AttentionMap map, float[][] weights, int[] shown) {
    float top = heaviest(map, weights);
    return Trace.part()
        .set("z", rows(weights, shown, map.looksAhead()))
        .between(AttentionScale.of(map).bottom(top), top);
  }

  /** The weights of some places; without the future, which the network may not see. */
  private static Float[][] rows(float[][] weights, int[] shown, boolean future) {
    Float[][] rows = new Float[shown.length][shown.length];
    for (int row = 0; row < shown.length; row++) {
      for (int column = 0; column < (future ? shown.length : row + 1); column++) {
        rows[row][column] = weights[shown[row]][shown[column]];
      }
    }
    return rows;
  }

  /**
   * The top of the colours, above 0. A first event that can only share out to itself is left out:
   * its 100% says nothing.
   */
  private static float heaviest(AttentionMap map, float[][] weights) {
    boolean alone = AttentionScale.of(map) == AttentionScale.NORMALIZED && !map.looksAhead();
    float heaviest = 0;
    for (int query = alone ? 1 : 0; query < weights.length; query++) {
      for (float weight : weights[query]) {
        heaviest = Math.max(heaviest, Math.abs(weight));
      }
    }
    return heaviest == 0 ? 1 : heaviest;
  }

  private static Layout layout(AttentionMap map, LongHistory places) {
    int height = Math.max(380, 200 + 26 * places.few().length);
    Layout layout =
        Layout.titled(longestFinding(map), height, places.room(1)).retitled(finding(map));
    int more = 14 * (places.titles().size() - places.few().length);
    Menu heads = Menu.above();
    heads(map)
        .forEach(
            (name, weights) -> {
              String finding = finding(map, name, weights);
              heads.entry(name, drawn(map, weights, places), finding, description(map, finding));
            });
    return layout
        .xAxis(items("looked at (" + AttentionScale.of(map).reading() + ")", places))
        .yAxis(items("looking", places).reversed()) // The oldest event on top, as one reads.
        .menus(
            places.menus(
                List.of(heads),
                List.of("xaxis", "yaxis"),
                layout.height(),
                layout.height() + more));
  }

  private static Axis items(String title, LongHistory places) {
    return places.axis(title, places.few()).title(title, 14);
  }

  private static List<Trace> drawn(AttentionMap map, float[][] weights, LongHistory places) {
    return places.drawn().stream().map(shown -> drawn(map, weights, shown)).toList();
  }

  /** What a menu offers: the mean of all, and each head, by name. */
  static Map<String, float[][]> heads(AttentionMap map) {
    Map<String, float[][]> heads = new LinkedHashMap<>();
    heads.put(MEAN, map.mean());
    for (int layer = 0; layer < map.layers().size(); layer++) {
      for (int head = 0; head < map.heads(); head++) {
        String name = map.layers().get(layer).name() + ", head " + (head + 1);
        heads.put(name, map.head(layer, head));
      }
    }
    return heads;
  }

  /** What the last place looks at most in the mean of all heads, apart from itself. */
  static String finding(AttentionMap map) {
    return finding(map, map.mean());
  }

  /** The same of one choice of the menu; a head is named. */
  static String finding(AttentionMap map, String choice, float[][] weights) {
    String finding = finding(map, weights);
    return choice.equals(MEAN) ? finding : Labels.capital(choice) + ": " + finding;
  }

  /** The finding that takes most room, of all that the menu offers. */
  static String longestFinding(AttentionMap map) {
    return heads(map).entrySet().stream()
        .map(head -> finding(map, head.getKey(), head.getValue()))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  private static String finding(AttentionMap map, float[][] all) {
    AttentionScale scale = AttentionScale.of(map);
    int last = map.labels().size() - 1;
    String looking = Labels.inSentence(map.labels().get(last));
    if (last == 0) {
      return looking + " stands alone";
    }
    float[] weights = all[last];
    int heaviest = 0;
    for (int key = 1; key < last; key++) {
      heaviest = Math.abs(weights[key]) > Math.abs(weights[heaviest]) ? key : heaviest;
    }
    return String.format(
        Locale.ROOT,
        scale == AttentionScale.NORMALIZED
            ? "%s takes %s from itself, and of the others most from %s (%s)"
            : "%s takes %s itself, and of the others most strongly %s (%s)",
        looking,
        scale.words(weights[last]),
        Labels.inSentence(map.labels().get(heaviest)),
        scale.words(weights[heaviest]));
  }
}
