package heed.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines and the words beside them, as Plotly takes them. */
final class Lines {

  private Lines() {}

  /**
   * A line with a mark at each point; hovering tells a point. Where there are two, a mark and a
   * dash of its own tell each without its colour.
   */
  static Map<String, Object> marked(
      List<?> x, List<?> y, String colour, String mark, String dash, List<String> hover) {
    Map<String, Object> trace = line(x, y, Map.of("color", colour, "width", 2, "dash", dash));
    trace.put("mode", "lines+markers");
    trace.put("marker", Map.of("color", colour, "size", 6, "symbol", mark));
    trace.put("hovertext", hover);
    trace.put("hovertemplate", "%{hovertext}<extra></extra>");
    return trace;
  }

  /** A line that only guides the eye. */
  static Map<String, Object> guide(List<?> x, List<?> y, String colour, String dash) {
    Map<String, Object> trace = line(x, y, Map.of("color", colour, "width", 1.5, "dash", dash));
    trace.put("hoverinfo", "skip");
    return trace;
  }

  /** Words at a point, at one side of it: "top left", for example. */
  static Map<String, Object> words(Object x, double y, String text, String side, String colour) {
    Map<String, Object> trace = line(List.of(x), List.of(y), Map.of());
    trace.put("mode", "text");
    trace.put("text", List.of(text));
    trace.put("textposition", side);
    trace.put("textfont", Map.of("color", colour, "size", 12));
    trace.put("hoverinfo", "skip");
    trace.put("cliponaxis", false);
    return trace;
  }

  static Map<String, Object> line(List<?> x, List<?> y, Map<String, Object> look) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "lines");
    trace.put("x", x);
    trace.put("y", y);
    trace.put("line", look);
    return trace;
  }

  /** An axis of shares from nothing on. */
  static Map<String, Object> shares(String title) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("tickformat", ".0%");
    axis.put("rangemode", "tozero");
    return axis;
  }
}
