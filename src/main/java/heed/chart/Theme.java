package heed.chart;

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

  /**
   * Okabe and Ito's colours in an order in which neighbours differ most, for lines that a legend
   * names; without black and yellow, which one of the two backgrounds swallows.
   */
  static final List<String> SERIES =
      List.of(FIRST, "#56B4E9", "#009E73", "#CC79A7", "#D55E00", SECOND);

  /** Grey with a contrast above 3.9 on white and on the dark theme's background. */
  static final String TEXT = "#808080";

  /** A grey that lies behind what is drawn and still shows on both backgrounds. */
  static final String BEHIND = "rgba(128,128,128,0.45)";

  private static final String GRID = "rgba(128,128,128,0.25)";

  static final Map<String, Integer> MARGIN = Map.of("t", 50, "l", 20, "r", 20, "b", 20);

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

  /** The words on an axis that {@link #axis} made. */
  static String title(Map<String, Object> axis) {
    return ((Map<?, ?>) axis.get("title")).get("text").toString();
  }
}
