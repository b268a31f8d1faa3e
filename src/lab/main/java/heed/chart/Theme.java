package heed.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.WordUtils;

/**
 * The look that all figures share: readable on a light and on a dark page, and by the colour-blind.
 */
final class Theme {

  /** Okabe and Ito's blue and orange, told apart under every common colour blindness. */
  static final String FIRST = "#0072B2";

  static final String SECOND = "#E69F00";

  /** {@link #SECOND} for words: with that they would be too pale on white. */
  static final String SECOND_WORDS = "#B37400";

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

  /** What lies behind everything: the page. */
  static final String NONE = "rgba(0,0,0,0)";

  private static final String GRID = "rgba(128,128,128,0.25)";

  /** Characters in a line of a title, on half a page. */
  private static final int LINE = 66;

  /** In pixels. */
  private static final int LINE_HEIGHT = 19;

  private static final int ONE_LINE = 54;

  private Theme() {}

  /**
   * A layout with a title that says the finding, in as many lines as it takes.
   *
   * @param title in plain text
   * @param height in pixels, with a title of one line
   */
  static Map<String, Object> layout(String title, int height) {
    return layout(title, height, 0);
  }

  /**
   * The same, with room between the title and what is drawn.
   *
   * @param room in pixels, on top of the height
   */
  static Map<String, Object> layout(String title, int height, int room) {
    String lines = WordUtils.wrap(title, LINE, "\n", false);
    int more = LINE_HEIGHT * (int) lines.chars().filter(letter -> letter == '\n').count();
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("text", Labels.text(lines));
    words.putAll(Map.of("x", 0, "xref", "container", "xanchor", "left"));
    words.putAll(Map.of("y", 1, "yref", "container", "yanchor", "top"));
    words.put("pad", Map.of("l", 12, "t", 20));
    words.put("font", Map.of("size", 15));
    Map<String, Object> layout = new LinkedHashMap<>();
    layout.put("title", words);
    layout.put("height", height + more + room);
    layout.put("margin", Map.of("t", ONE_LINE + more + room, "l", 20, "r", 20, "b", 20));
    layout.put("paper_bgcolor", NONE);
    layout.put("plot_bgcolor", NONE);
    layout.put("font", Map.of("color", TEXT, "size", 12));
    layout.put("hoverlabel", Map.of("align", "left"));
    return layout;
  }

  /** Leaves at least so many pixels at the left. */
  static void widen(Map<String, Object> layout, int left) {
    Map<String, Object> margin = new LinkedHashMap<>();
    ((Map<?, ?>) layout.get("margin")).forEach((side, room) -> margin.put((String) side, room));
    margin.put("l", left);
    layout.put("margin", margin);
  }

  static Map<String, Object> axis(String title) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("title", Map.of("text", Labels.text(title), "standoff", 12));
    axis.put("gridcolor", GRID);
    axis.put("zeroline", false);
    axis.put("automargin", true);
    axis.put("ticklabelstandoff", 4); // Where both axes begin, their labels would touch.
    return axis;
  }

  /**
   * An axis of so many epochs, of which only whole ones have a label, and not many more than ten.
   */
  static Map<String, Object> epochs(int count) {
    Map<String, Object> axis = axis("epoch");
    axis.put("dtick", Math.max(1, count / 10));
    return axis;
  }

  /** What the colours of shares mean, beside few rows: as long as its numbers need. */
  static Map<String, Object> sharesBar(String title) {
    return Map.of(
        "title",
        Map.of("text", title),
        "tickformat",
        ".0%",
        "nticks",
        4,
        "thickness",
        14,
        "lenmode",
        "pixels",
        "len",
        130,
        "y",
        1,
        "yanchor",
        "top");
  }

  /** The words on an axis that {@link #axis} made. */
  static String title(Map<String, Object> axis) {
    return ((Map<?, ?>) axis.get("title")).get("text").toString();
  }
}
