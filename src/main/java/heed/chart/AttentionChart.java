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

  /** A label longer than this is cut on the axis; the hover shows it whole. */
  private static final int LONGEST_LABEL = 26;

  private AttentionChart() {}

  /**
   * Rows are the places that look, columns what they look at. The future stays blank where the
   * network may not see it. Shares are percentages; strengths are numbers, coloured from 0 or, if
   * some are below, to both sides of 0. Each head has colours of its own range.
   */
  public static Figure of(AttentionMap map) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", List.of(heatmap(map)));
    figure.put("layout", layout(map));
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

  private static Map<String, Object> heatmap(AttentionMap map) {
    AttentionScale scale = AttentionScale.of(map);
    List<Integer> positions = IntStream.range(0, map.places().size()).boxed().toList();
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", positions);
    trace.put("y", positions);
    trace.put("customdata", titles(map.places()));
    trace.put(
        "hovertemplate",
        "<b>%{customdata[0]}</b><br>"
            + scale.hover()
            + "<br><b>%{customdata[1]}</b><extra></extra>");
    trace.put("hoverongaps", false);
    trace.put("colorscale", scale.colours());
    drawn(map, map.mean()).forEach(trace::put);
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
  private static Map<String, Object> drawn(AttentionMap map, float[][] weights) {
    float top = heaviest(map, weights);
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("z", map.looksAhead() ? weights : withoutFuture(weights));
    drawn.put("zmin", AttentionScale.of(map).bottom(top));
    drawn.put("zmax", top);
    return drawn;
  }

  private static Float[][] withoutFuture(float[][] weights) {
    Float[][] seen = new Float[weights.length][weights.length];
    for (int query = 0; query < weights.length; query++) {
      for (int key = 0; key <= query; key++) {
        seen[query][key] = weights[query][key];
      }
    }
    return seen;
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

  private static List<List<List<String>>> titles(List<String> places) {
    return places.stream()
        .map(looking -> places.stream().map(lookedAt -> List.of(looking, lookedAt)).toList())
        .toList();
  }

  private static Map<String, Object> layout(AttentionMap map) {
    int height = Math.max(420, 230 + 24 * map.places().size());
    Map<String, Object> layout = Theme.layout(finding(map), height);
    String reading = AttentionScale.of(map).reading();
    layout.put("xaxis", itemAxis("looked at (" + reading + ")", map.places()));
    Map<String, Object> rows = itemAxis("looking", map.places());
    rows.put("autorange", "reversed"); // The oldest event on top, as one reads.
    layout.put("yaxis", rows);
    layout.put("margin", Map.of("t", 90, "l", 20, "r", 20, "b", 20));
    layout.put("updatemenus", List.of(dropdown(menu(map))));
    return layout;
  }

  private static Map<String, Object> itemAxis(String title, List<String> places) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("title", Map.of("text", title, "standoff", 14));
    axis.put("tickvals", IntStream.range(0, places.size()).boxed().toList());
    axis.put("ticktext", places.stream().map(AttentionChart::label).toList());
    axis.put("showgrid", false);
    return axis;
  }

  /** A menu above the left corner. */
  static Map<String, Object> dropdown(List<Map<String, Object>> buttons) {
    return Map.of(
        "buttons", buttons,
        "type", "dropdown",
        "direction", "down",
        "x", 0,
        "xanchor", "left",
        "y", 1.02,
        "yanchor", "bottom",
        "font", Map.of("color", "#404040"),
        "bgcolor", "#f0f0f0");
  }

  private static List<Map<String, Object>> menu(AttentionMap map) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    buttons.add(button("mean of all layers and heads", drawn(map, map.mean())));
    for (int layer = 0; layer < map.layers().size(); layer++) {
      for (int head = 0; head < map.heads(); head++) {
        String label = map.layers().get(layer).name() + ", head " + (head + 1);
        buttons.add(button(label, drawn(map, map.head(layer, head))));
      }
    }
    return buttons;
  }

  static Map<String, Object> button(String label, Map<String, Object> drawn) {
    Map<String, Object> changes = new LinkedHashMap<>();
    drawn.forEach((name, value) -> changes.put(name, List.of(value))); // One entry a trace.
    return Map.of("label", label, "method", "restyle", "args", List.of(changes));
  }

  /** What the last place looks at most, apart from itself. */
  private static String finding(AttentionMap map) {
    AttentionScale scale = AttentionScale.of(map);
    int last = map.places().size() - 1;
    String looking = label(map.places().get(last));
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
        label(map.places().get(heaviest)),
        scale.words(weights[heaviest]));
  }

  static String label(String title) {
    return title.length() <= LONGEST_LABEL
        ? title
        : title.substring(0, LONGEST_LABEL - 1).strip() + "\u2026";
  }
}
