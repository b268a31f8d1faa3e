package heed.chart;

import com.google.gson.Gson;
import heed.explain.MemoryMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a memory holds of a history: a row a slot, a column an event, coloured by how much of the
 * event is still there; a menu switches to how much each event addressed each slot.
 */
public final class MemoryChart {

  private static final Gson GSON = new Gson();

  private static final String LEFT = "left after the last event";
  private static final String ADDRESSED = "addressed by each event";

  private MemoryChart() {}

  /** Slots that the last event reads most stand on top. */
  public static Figure of(MemoryMap map) {
    List<Integer> order =
        IntStream.range(0, map.slots().size())
            .boxed()
            .sorted((a, b) -> Float.compare(map.slots().get(b).read(), map.slots().get(a).read()))
            .toList();
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", List.of(heatmap(map, order)));
    figure.put("layout", layout(map, order));
    return new Figure(
        GSON.toJson(figure),
        String.format(
            "Memory of %d slots after %d events. %s",
            map.slots().size(), map.places().size(), finding(map, order)));
  }

  private static Map<String, Object> heatmap(MemoryMap map, List<Integer> order) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", IntStream.range(0, map.places().size()).boxed().toList());
    trace.put("y", IntStream.range(0, order.size()).boxed().toList());
    trace.put("customdata", order.stream().map(slot -> hovers(map, slot)).toList());
    trace.put("hovertemplate", "%{customdata}: <b>%{z:.1%}</b><extra></extra>");
    trace.put("colorscale", "Viridis");
    trace.put("zmin", 0);
    drawn(map.left(), order).forEach(trace::put);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put(
        "colorbar", Map.of("title", Map.of("text", "share"), "tickformat", ".0%", "thickness", 14));
    return trace;
  }

  private static List<String> hovers(MemoryMap map, int slot) {
    return map.places().stream().map(place -> place + " in slot " + (slot + 1)).toList();
  }

  /** The numbers of one picture, slot by event, and the top of its colours. */
  private static Map<String, Object> drawn(float[][] byEvent, List<Integer> order) {
    float[][] bySlot = new float[order.size()][byEvent.length];
    float top = 0;
    for (int row = 0; row < bySlot.length; row++) {
      for (int event = 0; event < byEvent.length; event++) {
        bySlot[row][event] = byEvent[event][order.get(row)];
        top = Math.max(top, bySlot[row][event]);
      }
    }
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("z", bySlot);
    drawn.put("zmax", top == 0 ? 1 : top);
    return drawn;
  }

  private static Map<String, Object> layout(MemoryMap map, List<Integer> order) {
    Map<String, Object> layout = Theme.layout(finding(map, order), 300 + 24 * order.size());
    Map<String, Object> events = Theme.axis("");
    events.put("tickvals", IntStream.range(0, map.places().size()).boxed().toList());
    events.put("ticktext", map.places().stream().map(AttentionChart::label).toList());
    events.put("showgrid", false);
    layout.put("xaxis", events);
    Map<String, Object> slots =
        Theme.axis("slot, what the last event takes of it, what it is like");
    slots.put("tickvals", IntStream.range(0, order.size()).boxed().toList());
    slots.put("ticktext", order.stream().map(slot -> label(map, slot)).toList());
    slots.put("autorange", "reversed"); // The slot that is read most on top.
    slots.put("showgrid", false);
    layout.put("yaxis", slots);
    layout.put("margin", Map.of("t", 90, "l", 20, "r", 20, "b", 20));
    layout.put("updatemenus", List.of(menu(map, order)));
    return layout;
  }

  private static String label(MemoryMap map, int slot) {
    MemoryMap.Slot held = map.slots().get(slot);
    String likest =
        held.likest().stream()
            .limit(2)
            .map(AttentionChart::label)
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%d (%.0f%%) %s", slot + 1, 100 * held.read(), likest);
  }

  private static Map<String, Object> menu(MemoryMap map, List<Integer> order) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    buttons.add(button(LEFT, drawn(map.left(), order)));
    buttons.add(button(ADDRESSED, drawn(map.shares(), order)));
    Map<String, Object> menu = new LinkedHashMap<>();
    menu.put("buttons", buttons);
    menu.put("type", "dropdown");
    menu.put("direction", "down");
    menu.put("x", 0);
    menu.put("xanchor", "left");
    menu.put("y", 1.02);
    menu.put("yanchor", "bottom");
    menu.put("font", Map.of("color", "#404040"));
    menu.put("bgcolor", "#f0f0f0");
    return menu;
  }

  private static Map<String, Object> button(String label, Map<String, Object> drawn) {
    Map<String, Object> changes = new LinkedHashMap<>();
    drawn.forEach((name, value) -> changes.put(name, List.of(value))); // One entry a trace.
    return Map.of("label", label, "method", "restyle", "args", List.of(changes));
  }

  /** What the slot that is read most holds most of. */
  private static String finding(MemoryMap map, List<Integer> order) {
    int slot = order.get(0);
    int most = 0;
    float all = 0;
    float[][] left = map.left();
    for (int event = 0; event < left.length; event++) {
      all += left[event][slot];
      most = left[event][slot] > left[most][slot] ? event : most;
    }
    return String.format(
        Locale.ROOT,
        "%s reads most of slot %d (%.0f%%), %.0f%% of which is from %s",
        AttentionChart.label(map.places().get(map.places().size() - 1)),
        slot + 1,
        100 * map.slots().get(slot).read(),
        all == 0 ? 0 : 100 * left[most][slot] / all,
        AttentionChart.label(map.places().get(most)));
  }
}
