package heed.chart;

import java.util.LinkedHashMap;
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

  static Map<String, Object> axis(String title) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("title", Map.of("text", title));
    axis.put("gridcolor", GRID);
    axis.put("zeroline", false);
    axis.put("automargin", true);
    return axis;
  }
}
