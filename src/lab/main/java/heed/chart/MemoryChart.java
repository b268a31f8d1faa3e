package heed.chart;

import heed.explain.MemoryMap;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a memory holds of a history: a row per slot, a column per event, coloured by how much of the
 * event is still there; a menu switches to how much each event addressed each slot.
 */
public final class MemoryChart {

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
    LongHistory events = LongHistory.of(map.labels(), left(map));
    return Figure.of(
        events.traces(shown -> heatmap(map, order, shown)),
        layout(map, order, events),
        String.format(
            Locale.ROOT,
            "Memory of %d slots after %d events. %s",
            map.slots().size(),
            map.labels().size(),
            finding(map, order)));
  }

  /** What is left of each event in all slots together. */
  private static double[] left(MemoryMap map) {
    return Arrays.stream(map.left())
        .mapToDouble(slots -> IntStream.range(0, slots.length).mapToDouble(i -> slots[i]).sum())
        .toArray();
  }

  private static Trace heatmap(MemoryMap map, List<Integer> order, int[] shown) {
    return Trace.heatmap(List.of())
        .with(drawn(map.left(), order, shown))
        .x(Trace.positions(shown.length))
        .y(Trace.positions(order.size()))
        .customdata(order.stream().map(slot -> hovers(map, slot, shown)).toList())
        .hover("%{customdata}: <b>%{z:.1%}</b>")
        .colorscale("Viridis")
        .set("zmin", 0)
        .sharesBar("share");
  }

  private static List<String> hovers(MemoryMap map, int slot, int[] shown) {
    return IntStream.of(shown)
        .mapToObj(event -> Labels.text(map.labels().get(event)) + " in slot " + (slot + 1))
        .toList();
  }

  /** The numbers of one picture, slot by event, and the top of its colours. */
  private static Trace drawn(float[][] byEvent, List<Integer> order, int[] shown) {
    float[][] bySlot = new float[order.size()][shown.length];
    float top = 0;
    for (int row = 0; row < bySlot.length; row++) {
      for (int event = 0; event < shown.length; event++) {
        bySlot[row][event] = byEvent[shown[event]][order.get(row)];
        top = Math.max(top, bySlot[row][event]);
      }
    }
    return Trace.part().set("z", bySlot).set("zmax", top == 0 ? 1 : top);
  }

  private static Layout layout(MemoryMap map, List<Integer> order, LongHistory events) {
    Layout layout = Layout.titled(finding(map, order), 270 + 34 * order.size(), events.room(1));
    Axis slots =
        Axis.titled("slot (share read)")
            .ticks(
                Trace.positions(order.size()),
                order.stream().map(slot -> Labels.text(label(map, slot))).toList())
            .reversed() // The slot that is read most on top.
            .noGrid();
    Menu shares =
        Menu.above()
            .entry(LEFT, all(map.left(), order, events))
            .entry(ADDRESSED, all(map.shares(), order, events));
    return layout
        .left(95) // Slanted labels begin further left than their columns.
        .xAxis(events.columns(""))
        .yAxis(slots)
        .menus(events.menus(List.of(shares), List.of("xaxis"), layout.height(), layout.height()));
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

  private static List<Trace> all(float[][] byEvent, List<Integer> order, LongHistory events) {
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
        Labels.inSentence(map.labels().get(map.labels().size() - 1)),
        slot + 1,
        100 * map.slots().get(slot).read(),
        all == 0 ? 0 : 100 * left[most][slot] / all,
        Labels.inSentence(map.labels().get(most)));
  }
}
