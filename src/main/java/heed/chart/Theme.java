package heed.chart;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The look that all figures share: readable on a light and on a dark page, and by the colour-blind.
 */
final class Theme {

  /** Okabe and Ito's blue and orange, told apart under every common colour blindness. */
  static final String FIRST = "#0072B2";

  static final String SECOND = "#E69F00";

  /** Grey with a contrast above 3.9 on white and on the dark theme's background. */
  private static final String TEXT = "#808080";

  private static final String GRID = "rgba(128,128,128,0.25)";

  static final Map<String, Integer> MARGIN = Map.of("t", 50, "l", 20, "r", 20, "b", 20);

  private static final int DEFAULT_HEIGHT = 400;

  private static final Gson GSON = new Gson();

  private Theme() {}

  /** A layout with a title that says the finding. */
  static Map<String, Object> layout(String title, int height) {
    Map<String, Object> layout = new LinkedHashMap<>();
    layout.put("title", Map.of("text", title, "x", 0, "xref", "paper", "font", Map.of("size", 15)));
    layout.put("height", height);
    layout.put("paper_bgcolor", "rgba(0,0,0,0)");
    layout.put("plot_bgcolor", "rgba(0,0,0,0)");
    layout.put("font", Map.of("color", TEXT, "size", 12));
    layout.put("hoverlabel", Map.of("align", "left"));
    return layout;
  }

  /** A figure drawn elsewhere in our look, its axis titles kept. */
  static Figure applied(Figure figure, String title) {
    JsonObject json = JsonParser.parseString(figure.json()).getAsJsonObject();
    JsonObject layout = json.getAsJsonObject("layout");
    JsonElement height = layout.get("height");
    merge(layout, layout(title, height == null ? DEFAULT_HEIGHT : height.getAsInt()));
    for (String axis : List.of("xaxis", "yaxis")) {
      if (layout.has(axis)) {
        JsonObject ours = layout.getAsJsonObject(axis);
        JsonElement named = ours.get("title");
        merge(ours, axis(""));
        ours.add("title", named);
      }
    }
    layout.add("margin", GSON.toJsonTree(MARGIN));
    for (JsonElement trace : json.getAsJsonArray("data")) {
      merge(trace.getAsJsonObject(), Map.of("marker", Map.of("color", FIRST)));
    }
    return new Figure(json.toString(), title);
  }

  private static void merge(JsonObject into, Map<String, Object> from) {
    GSON.toJsonTree(from)
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> into.add(entry.getKey(), entry.getValue()));
  }

  static Map<String, Object> axis(String title) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("title", Map.of("text", title));
    axis.put("gridcolor", GRID);
    axis.put("zeroline", false);
    axis.put("automargin", true);
    return axis;
  }
}
