package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.explain.AttentionMap;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An attention map as a heat map with a menu of layers and heads; hovering names both items. */
public final class AttentionChart {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  /** A label longer than this is cut on the axis; the hover shows it whole. */
  private static final int LONGEST_LABEL = 26;

  private AttentionChart() {}

  /** Rows are the events that look, columns what they look back at; the future stays blank. */
  public static Figure of(AttentionMap map) {
    History history = map.history();
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", List.of(heatmap(map)));
    figure.put("layout", layout(map));
    return new Figure(
        GSON.toJson(figure),
        String.format(
            "Attention map of %d events, %d layers with %d heads. %s",
            history.length(), map.layers(), map.heads(), finding(map)));
  }

  private static Map<String, Object> heatmap(AttentionMap map) {
    History history = map.history();
    List<Integer> positions = IntStream.range(0, history.length()).boxed().toList();
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", positions);
    trace.put("y", positions);
    trace.put("z", seen(map.mean()));
    trace.put("customdata", titles(history));
    trace.put(
        "hovertemplate",
        "<b>%{customdata[0]}</b><br>takes <b>%{z:.1%}</b> from<br><b>%{customdata[1]}</b>"
            + "<extra></extra>");
    trace.put("hoverongaps", false);
    trace.put("colorscale", "Viridis");
    trace.put("zmin", 0);
    trace.put("zmax", heaviest(map.mean()));
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put(
        "colorbar",
        Map.of("title", Map.of("text", "weight"), "tickformat", ".0%", "thickness", 14));
    return trace;
  }

  private static Map<String, Object> layout(AttentionMap map) {
    int length = map.history().length();
    Map<String, Object> layout = Theme.layout(finding(map), Math.max(420, 230 + 24 * length));
    layout.put("xaxis", itemAxis("looked at", map.history()));
    Map<String, Object> rows = itemAxis("looking", map.history());
    rows.put("autorange", "reversed"); // The oldest event on top, as one reads.
    layout.put("yaxis", rows);
    layout.put("margin", Map.of("t", 90, "l", 20, "r", 20, "b", 20));
    layout.put(
        "updatemenus",
        List.of(
            Map.of(
                "buttons", menu(map),
                "type", "dropdown",
                "direction", "down",
                "x", 0,
                "xanchor", "left",
                "y", 1.02,
                "yanchor", "bottom",
                "font", Map.of("color", "#404040"),
                "bgcolor", "#f0f0f0")));
    return layout;
  }

  private static Map<String, Object> itemAxis(String title, History history) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("title", Map.of("text", title, "standoff", 14));
    axis.put("tickvals", IntStream.range(0, history.length()).boxed().toList());
    axis.put("ticktext", history.titles().stream().map(AttentionChart::label).toList());
    axis.put("showgrid", false);
    return axis;
  }

  private static List<Map<String, Object>> menu(AttentionMap map) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    buttons.add(button("mean of all layers and heads", map.mean()));
    for (int layer = 0; layer < map.layers(); layer++) {
      for (int head = 0; head < map.heads(); head++) {
        buttons.add(button("layer " + (layer + 1) + ", head " + (head + 1), map.head(layer, head)));
      }
    }
    return buttons;
  }

  private static Map<String, Object> button(String label, float[][] weights) {
    Map<String, Object> button = new LinkedHashMap<>();
    button.put("label", label);
    button.put("method", "restyle");
    button.put(
        "args", List.of(Map.of("z", List.of(seen(weights)), "zmax", List.of(heaviest(weights)))));
    return button;
  }

  /**
   * The weights with a gap where the key comes after the query, so that the future is not drawn.
   */
  private static Float[][] seen(float[][] weights) {
    Float[][] seen = new Float[weights.length][weights.length];
    for (int query = 0; query < weights.length; query++) {
      for (int key = 0; key <= query; key++) {
        seen[query][key] = weights[query][key];
      }
    }
    return seen;
  }

  /** The top of the colours: the first event can only look at itself, so its 100% says nothing. */
  private static float heaviest(float[][] weights) {
    float heaviest = weights.length == 1 ? 1 : 0;
    for (int query = 1; query < weights.length; query++) {
      for (float weight : weights[query]) {
        heaviest = Math.max(heaviest, weight);
      }
    }
    return heaviest;
  }

  private static List<List<List<String>>> titles(History history) {
    List<String> titles = history.titles();
    return titles.stream()
        .map(looking -> titles.stream().map(lookedAt -> List.of(looking, lookedAt)).toList())
        .toList();
  }

  /** What the newest event looks at most, apart from itself. */
  private static String finding(AttentionMap map) {
    History history = map.history();
    int last = history.length() - 1;
    float[] weights = map.mean()[last];
    if (last == 0) {
      return label(history.titles().get(0)) + " stands alone";
    }
    int heaviest = 0;
    for (int key = 1; key < last; key++) {
      heaviest = weights[key] > weights[heaviest] ? key : heaviest;
    }
    return String.format(
        "%s takes %.0f%% from itself, and of the others most from %s (%.0f%%)",
        label(history.titles().get(last)),
        100 * weights[last],
        label(history.titles().get(heaviest)),
        100 * weights[heaviest]);
  }

  static String label(String title) {
    return title.length() <= LONGEST_LABEL
        ? title
        : title.substring(0, LONGEST_LABEL - 1).strip() + "\u2026";
  }
}
