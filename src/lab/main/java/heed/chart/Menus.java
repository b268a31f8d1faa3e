package heed.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Menus that change what a picture draws, above its left corner. */
final class Menus {

  /** In pixels, with the room around it. */
  private static final int HEIGHT = 38;

  private Menus() {}

  static int height() {
    return HEIGHT;
  }

  /** A menu directly above the picture. */
  static Map<String, Object> above(List<Map<String, Object>> buttons) {
    return above(buttons, 0);
  }

  /** A menu so many pixels further up, above another one. */
  static Map<String, Object> above(List<Map<String, Object>> buttons, int further) {
    Map<String, Object> menu = new LinkedHashMap<>();
    menu.put("buttons", buttons);
    menu.put("type", "dropdown");
    menu.put("direction", "down");
    menu.put("x", 0);
    menu.put("xanchor", "left");
    menu.put("y", 1);
    menu.put("yanchor", "bottom");
    menu.put("pad", Map.of("b", 8 + further));
    menu.put("font", Map.of("color", "#404040"));
    menu.put("bgcolor", "#f0f0f0");
    return menu;
  }

  /**
   * An entry that draws other numbers.
   *
   * @param drawn what changes, of each trace
   */
  static Map<String, Object> entry(String label, List<Map<String, Object>> drawn) {
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String name : drawn.get(0).keySet()) {
      List<Object> ofTraces = new ArrayList<>();
      drawn.forEach(one -> ofTraces.add(one.get(name)));
      changes.put(name, ofTraces);
    }
    return Map.of("label", label, "method", "restyle", "args", List.of(changes));
  }
}
