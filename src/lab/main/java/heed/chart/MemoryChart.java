package heed.chart;

import com.google.gson.Gson;
import heed.explain.MemoryMap;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final int LONGEST_LIKEST = 20;

  private MemoryChart() {}

  /**
   * Slots that the last event reads most stand on top. Of a long history the events that most is
   * left of are shown, and all by the menu.
   */
  public static Figure of(MemoryMap map) {
    List<Integer> order =
        IntStream.range(0, map.slots().size())
            .boxed()
            .sorted((a, b) -> Float.compare(map.slots().get(b).read(), map.slots().get(a).read()))
            .toList();
    Map<String, Object> figure = new LinkedHashMap<>();
    LongHistory events = LongHistory.of(map.places(), left(map));
    List<Map<String, Object>> traces =
        events.drawn().stream().map(shown -> heatmap(map, order, shown)).toList();
    traces.subList(1, traces.size()).forEach(all -> all.put("visible", false));
    figure.put("data", traces);
    figure.put("layout", layout(map, order, events));
    return new Figure(
        GSON.toJson(figure),
        String.format(
            "Memory of %d slots after %d events. %s",
            map.slots().size(), map.places().size(), finding(map, order)));
  }

  /** What is left of each event in all slots together. */
  private static double[] left(MemoryMap map) {
    return Arrays.stream(map.left())
        .mapToDouble(slots -> IntStream.range(0, slots.length).mapToDouble(i -> slots[i]).sum())
        .toArray();
  }

  private static Map<String, Object> heatmap(MemoryMap map, List<Integer> order, int[] shown) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", IntStream.range(0, shown.length).boxed().toList());
    trace.put("y", IntStream.range(0, order.size()).boxed().toList());
    trace.put("customdata", order.stream().map(slot -> hovers(map, slot, shown)).toList());
    trace.put("hovertemplate", "%{customdata}: <b>%{z:.1%}</b><extra></extra>");
    trace.put("colorscale", "Viridis");
    trace.put("zmin", 0);
    drawn(map.left(), order, shown).forEach(trace::put);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put("colorbar", Theme.sharesBar("share"));
    return trace;
  }

  private static List<String> hovers(MemoryMap map, int slot, int[] shown) {
    return IntStream.of(shown)
        .mapToObj(event -> Labels.text(map.places().get(event)) + " in slot " + (slot + 1))
        .toList();
  }

  /** The numbers of one picture, slot by event, and the top of its colours. */
  private static Map<String, Object> drawn(float[][] byEvent, List<Integer> order, int[] shown) {
    float[][] bySlot = new float[order.size()][shown.length];
    float top = 0;
    for (int row = 0; row < bySlot.length; row++) {
      for (int event = 0; event < shown.length; event++) {
        bySlot[row][event] = byEvent[shown[event]][order.get(row)];
        top = Math.max(top, bySlot[row][event]);
      }
    }
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("z", bySlot);
    drawn.put("zmax", top == 0 ? 1 : top);
    return drawn;
  }

  private static Map<String, Object> layout(
      MemoryMap map, List<Integer> order, LongHistory events) {
    int room = Menus.height() * (events.isLong() ? 2 : 1);
    Map<String, Object> layout = Theme.layout(finding(map, order), 270 + 34 * order.size(), room);
    Map<String, Object> axis = Theme.axis("");
    axis.putAll(events.columns());
    layout.put("xaxis", axis);
    Theme.widen(layout, 95); // Slanted labels begin further left than their columns.
    Map<String, Object> slots = Theme.axis("slot (share read)");
    slots.put("tickvals", IntStream.range(0, order.size()).boxed().toList());
    slots.put("ticktext", order.stream().map(slot -> Labels.text(label(map, slot))).toList());
    slots.put("autorange", "reversed"); // The slot that is read most on top.
    slots.put("showgrid", false);
    layout.put("yaxis", slots);
    List<Map<String, Object>> menus = new ArrayList<>(List.of(menu(map, order, events)));
    if (events.isLong()) {
      int height = (int) layout.get("height");
      menus.add(events.menu(List.of("xaxis"), height, height));
    }
    layout.put("updatemenus", menus);
    return layout;
  }

  /** The slot, how much the last event takes of it, and the item that it is most like. */
  private static String label(MemoryMap map, int slot) {
    MemoryMap.Slot held = map.slots().get(slot);
    String likest =
        held.likest().stream()
            .limit(1)
            .map(title -> Labels.cut(title, LONGEST_LIKEST))
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, "%d (%.0f%%) %s", slot + 1, 100 * held.read(), likest);
  }

  private static Map<String, Object> menu(MemoryMap map, List<Integer> order, LongHistory events) {
    return Menus.above(
        List.of(
            Menus.entry(LEFT, all(map.left(), order, events)),
            Menus.entry(ADDRESSED, all(map.shares(), order, events))));
  }

  private static List<Map<String, Object>> all(
      float[][] byEvent, List<Integer> order, LongHistory events) {
    return events.drawn().stream().map(shown -> drawn(byEvent, order, shown)).toList();
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
        Labels.inSentence(map.places().get(map.places().size() - 1)),
        slot + 1,
        100 * map.slots().get(slot).read(),
        all == 0 ? 0 : 100 * left[most][slot] / all,
        Labels.inSentence(map.places().get(most)));
  }
}
