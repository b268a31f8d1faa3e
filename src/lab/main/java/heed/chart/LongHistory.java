package heed.chart;

import heed.figure.Axis;
import heed.figure.Labels;
import heed.figure.Menu;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The events along an axis. Of a long history some are shown, in their order, and a menu has all of
 * them.
 *
 * @param titles of all events, oldest first
 * @param few the places of those shown first: all of them where there is room
 * @param which those are, "heaviest" say
 */
record LongHistory(List<String> titles, int[] few, String which) {

  /** With more columns there is no room for numbers in the cells, nor for slanted labels. */
  private static final int FEW = 10;

  /** More columns than these cannot be told apart on half a page. */
  static final int MOST = 24;

  /** The events, of which the heaviest are shown first. */
  static LongHistory of(List<String> titles, double[] weights) {
    return new LongHistory(
        titles,
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(event -> weights[event]).reversed())
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray(),
        "heaviest");
  }

  /** The events, of which the latest are shown first. */
  static LongHistory latest(List<String> titles) {
    int[] few = IntStream.range(Math.max(0, titles.size() - MOST), titles.size()).toArray();
    return new LongHistory(titles, few, "latest");
  }

  boolean isLong() {
    return few.length < titles.size();
  }

  /** The places of what is drawn: the few, and all if they are more. */
  List<int[]> drawn() {
    return isLong() ? List.of(few, IntStream.range(0, titles.size()).toArray()) : List.of(few);
  }

  /** Whether there is room for a number in each cell. */
  boolean hasNumbers(int[] events) {
    return isFew(events);
  }

  private static boolean isFew(int[] events) {
    return events.length <= FEW;
  }

  /** The titles of some events, for Plotly. */
  List<String> titlesOf(int[] events) {
    return Labels.texts(IntStream.of(events).mapToObj(titles::get).toList());
  }

  /** "the 24 heaviest of 60", or nothing where all are shown. */
  String said() {
    return isLong()
        ? String.format(Locale.ROOT, "the %d %s of %d", few.length, which, titles.size())
        : "";
  }

  /** The axis of the few, or of all where all are to be seen from the first. */
  Axis axis(String title, int[] events) {
    return Axis.titled(title).with(ticks(events)).noGrid();
  }

  /** Where labels stand along an axis and what they say; of all events as many as there is room. */
  Axis ticks(int[] events) {
    int step = (events.length + 2 * MOST - 1) / (2 * MOST);
    List<Integer> places = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (int i = (events.length - 1) % step; i < events.length; i += step) {
      places.add(i);
      named.add(titles.get(events[i]));
    }
    return Axis.part()
        .ticks(places, Labels.onAxis(named))
        .set("tickfont", Map.of("size", events.length > MOST ? 8 : isFew(events) ? 12 : 10));
  }

  /** Columns by their titles, below what is drawn: slanted, or upright where they are many. */
  Axis columns(String title) {
    return axis(title, few).angle(isFew(few) ? -60 : -90);
  }

  /** The last of {@link #drawn}: all events, upright. */
  Axis allColumns() {
    return axis("", drawn().get(drawn().size() - 1)).angle(-90);
  }

  /** One trace of the few, which is seen at first, and one of all where there are more. */
  List<Trace> traces(Function<int[], Trace> ofEvents) {
    List<Trace> traces = drawn().stream().map(ofEvents).toList();
    traces.subList(1, traces.size()).forEach(all -> all.visible(false));
    return traces;
  }

  /** In pixels, for so many menus and one that {@link #menus} adds where there are more events. */
  int room(int menus) {
    return isLong() ? 2 * Menu.HEIGHT : menus * Menu.HEIGHT;
  }

  /**
   * These menus and, above them, one that changes between the few and all.
   *
   * @param axes the axes that events stand along, such as "xaxis"
   * @param heights of the picture with the few and with all
   */
  List<Menu> menus(List<Menu> others, List<String> axes, int... heights) {
    List<Menu> menus = new ArrayList<>(others);
    if (isLong()) {
      Menu menu = Menu.second();
      List<String> labels = List.of(said(), "all " + titles.size());
      for (int i = 0; i < 2; i++) {
        Map<String, Axis> changes = new LinkedHashMap<>();
        for (String name : axes) {
          Axis ticks = ticks(drawn().get(i));
          changes.put(name, name.equals("yaxis") ? ticks.reversed() : ticks.set("autorange", true));
        }
        menu.entry(labels.get(i), List.of(i == 0, i == 1), changes, heights[i]);
      }
      menus.add(menu);
    }
    return menus;
  }
}
