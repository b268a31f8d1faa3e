package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.explain.AttentionMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An attention map as a heat map with a menu of layers and heads; hovering names both places. */
public final class AttentionChart {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private AttentionChart() {}

  /**
   * Rows are the places that look, columns what they look at; of a long history those that the last
   * place takes most from, and all by the menu. The future stays blank where the network may not
   * see it. Shares are percentages; strengths are numbers, coloured from 0 or, if some are below,
   * to both sides of 0. Each head has colours of its own range.
   */
  public static Figure of(AttentionMap map) {
    LongHistory places = LongHistory.of(map.places(), fromLast(map));
    List<Map<String, Object>> traces =
        places.drawn().stream().map(shown -> heatmap(map, shown)).toList();
    traces.subList(1, traces.size()).forEach(all -> all.put("visible", false));
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", traces);
    figure.put("layout", layout(map, places));
    return new Figure(
        GSON.toJson(figure),
        String.format(
            "Attention map of %d places, %d layers with %d heads; %s. %s",
            map.places().size(),
            map.layers().size(),
            map.heads(),
            AttentionScale.of(map).reading(),
            finding(map)));
  }

  /** What the last place takes from each; itself is always among the heaviest. */
  static double[] fromLast(AttentionMap map) {
    float[] row = map.mean()[map.places().size() - 1];
    double[] weights = IntStream.range(0, row.length).mapToDouble(i -> Math.abs(row[i])).toArray();
    weights[weights.length - 1] = Double.POSITIVE_INFINITY;
    return weights;
  }

  /** The rows and columns of some places. */
  private static Map<String, Object> heatmap(AttentionMap map, int[] shown) {
    AttentionScale scale = AttentionScale.of(map);
    List<Integer> positions = IntStream.range(0, shown.length).boxed().toList();
    List<String> titles =
        Labels.texts(IntStream.of(shown).mapToObj(place -> map.places().get(place)).toList());
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", positions);
    trace.put("y", positions);
    trace.put("customdata", pairs(titles));
    trace.put(
        "hovertemplate",
        "<b>%{customdata[0]}</b><br>"
            + scale.hover()
            + "<br><b>%{customdata[1]}</b><extra></extra>");
    trace.put("hoverongaps", false);
    trace.put("colorscale", scale.colours());
    drawn(map, map.mean(), shown).forEach(trace::put);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put(
        "colorbar",
        Map.of(
            "title", Map.of("text", scale.title()),
            "tickformat", scale.tickFormat(),
            "thickness", 14));
    return trace;
  }

  /** The numbers of one picture, and the range of its colours. */
  private static Map<String, Object> drawn(AttentionMap map, float[][] weights, int[] shown) {
    float top = heaviest(map, weights);
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("z", rows(weights, shown, map.looksAhead()));
    drawn.put("zmin", AttentionScale.of(map).bottom(top));
    drawn.put("zmax", top);
    return drawn;
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
    boolean alone = AttentionScale.of(map) == AttentionScale.SHARES && !map.looksAhead();
    float heaviest = 0;
    for (int query = alone ? 1 : 0; query < weights.length; query++) {
      for (float weight : weights[query]) {
        heaviest = Math.max(heaviest, Math.abs(weight));
      }
    }
    return heaviest == 0 ? 1 : heaviest;
  }

  private static List<List<List<String>>> pairs(List<String> places) {
    return places.stream()
        .map(looking -> places.stream().map(lookedAt -> List.of(looking, lookedAt)).toList())
        .toList();
  }

  private static Map<String, Object> layout(AttentionMap map, LongHistory places) {
    int room = Menus.height() * (places.isLong() ? 2 : 1);
    Map<String, Object> layout = Theme.layout(finding(map), height(places.few().length), room);
    String reading = AttentionScale.of(map).reading();
    layout.put("xaxis", itemAxis("looked at (" + reading + ")", places));
    Map<String, Object> rows = itemAxis("looking", places);
    rows.put("autorange", "reversed"); // The oldest event on top, as one reads.
    layout.put("yaxis", rows);
    List<Map<String, Object>> menus = new ArrayList<>(List.of(Menus.above(menu(map, places))));
    if (places.isLong()) {
      int few = (int) layout.get("height");
      int more = 14 * (places.titles().size() - places.few().length);
      menus.add(places.menu(List.of("xaxis", "yaxis"), few, few + more));
    }
    layout.put("updatemenus", menus);
    return layout;
  }

  private static int height(int rows) {
    return Math.max(380, 200 + 26 * rows);
  }

  private static Map<String, Object> itemAxis(String title, LongHistory places) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("title", Map.of("text", title, "standoff", 14));
    axis.putAll(places.ticks(places.few()));
    axis.put("showgrid", false);
    return axis;
  }

  private static List<Map<String, Object>> menu(AttentionMap map, LongHistory places) {
    List<Map<String, Object>> entries = new ArrayList<>();
    heads(map).forEach((name, weights) -> entries.add(entry(name, map, weights, places)));
    return entries;
  }

  /** What a menu offers: the mean of all, and each head, by name. */
  static Map<String, float[][]> heads(AttentionMap map) {
    Map<String, float[][]> heads = new LinkedHashMap<>();
    heads.put("mean of all layers and heads", map.mean());
    for (int layer = 0; layer < map.layers().size(); layer++) {
      for (int head = 0; head < map.heads(); head++) {
        String name = map.layers().get(layer).name() + ", head " + (head + 1);
        heads.put(name, map.head(layer, head));
      }
    }
    return heads;
  }

  private static Map<String, Object> entry(
      String label, AttentionMap map, float[][] weights, LongHistory places) {
    return Menus.entry(
        label, places.drawn().stream().map(shown -> drawn(map, weights, shown)).toList());
  }

  /** What the last place looks at most, apart from itself. */
  static String finding(AttentionMap map) {
    AttentionScale scale = AttentionScale.of(map);
    int last = map.places().size() - 1;
    String looking = Labels.inSentence(map.places().get(last));
    if (last == 0) {
      return looking + " stands alone";
    }
    float[] weights = map.mean()[last];
    int heaviest = 0;
    for (int key = 1; key < last; key++) {
      heaviest = Math.abs(weights[key]) > Math.abs(weights[heaviest]) ? key : heaviest;
    }
    return String.format(
        scale == AttentionScale.SHARES
            ? "%s takes %s from itself, and of the others most from %s (%s)"
            : "%s takes %s itself, and of the others most strongly %s (%s)",
        looking,
        scale.words(weights[last]),
        Labels.inSentence(map.places().get(heaviest)),
        scale.words(weights[heaviest]));
  }
}
