package heed.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A menu that changes what a figure draws, above its left corner. */
public final class Menu extends FigurePart<Menu> {

  /** In pixels, with the room around it. */
  public static final int HEIGHT = 38;

  private final List<Map<String, Object>> buttons = new ArrayList<>();

  private Menu(int further) {
    set("buttons", buttons)
        .set("type", "dropdown")
        .set("direction", "down")
        .set("x", 0)
        .set("xanchor", "left")
        .set("y", 1)
        .set("yanchor", "bottom")
        .set("pad.b", 8 + further)
        .set("font.color", "#404040")
        .set("bgcolor", "#f0f0f0");
  }

  /** A menu directly above the picture. */
  public static Menu above() {
    return new Menu(0);
  }

  /** A menu above another one. */
  public static Menu second() {
    return new Menu(HEIGHT);
  }

  /**
   * An entry that draws other numbers.
   *
   * @param changes what changes, of each trace; the same attributes of all
   */
  public Menu entry(String label, List<Trace> changes) {
    return button(label, "restyle", List.of(restyled(changes)));
  }

  /**
   * The same, where the title tells something of these numbers; the words for whoever cannot see
   * the figure follow, too. For figures without annotations of their own.
   *
   * @param title in plain text; the layout has to have room for its lines
   * @param description what the picture shows with these numbers
   */
  public Menu entry(String label, List<Trace> changes, String title, String description) {
    Map<String, Object> layout = new LinkedHashMap<>();
    layout.put("title.text", Layout.lines(title));
    layout.put(Figure.WORDS, Labels.text(description));
    return button(label, "update", List.of(restyled(changes), layout));
  }

  private static Map<String, Object> restyled(List<Trace> changes) {
    Map<String, Object> restyled = new LinkedHashMap<>();
    for (String name : changes.get(0).values().keySet()) {
      List<Object> ofTraces = new ArrayList<>();
      changes.forEach(one -> ofTraces.add(one.values().get(name)));
      restyled.put(name, ofTraces);
    }
    return restyled;
  }

  /**
   * An entry that shows some of the traces, along axes with other labels.
   *
   * @param visible whether it shows each trace
   * @param axes what changes of an axis, by its name: "xaxis" or "yaxis"
   * @param height of the figure, in pixels
   */
  public Menu entry(String label, List<Boolean> visible, Map<String, Axis> axes, int height) {
    Map<String, Object> layout = new LinkedHashMap<>();
    axes.forEach(
        (name, axis) ->
            axis.values().forEach((attribute, to) -> layout.put(name + "." + attribute, to)));
    layout.put("height", height);
    return button(label, "update", List.of(Map.of("visible", visible), layout));
  }

  private Menu button(String label, String method, List<?> arguments) {
    buttons.add(Map.of("label", Labels.text(label), "method", method, "args", arguments));
    return this;
  }
}
