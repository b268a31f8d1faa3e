package heed.chart;

import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Trace;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How one query spreads its weight over one history under several kinds of attention: a heat map
 * with a row per kind, so that kinds can be compared at a glance.
 */
public final class WeightsChart {

  private static final String HOVER = "%{y} gives <b>%{z:.1%}</b> to<br><b>%{customdata}</b>";

  private WeightsChart() {}

  /**
   * Rows from top to bottom in the map's order; of a long history the events that weigh most in any
   * row, and all by the menu.
   *
   * @param title what the picture is to show
   * @param history the L events, oldest first
   * @param weights L weights by the name of the kind
   * @throws IllegalArgumentException if a row does not have a weight per event
   */
  public static Figure of(String title, History history, Map<String, float[]> weights) {
    weights.forEach((name, row) -> requireOneEach(name, row, history));
    double[] heaviest = new double[history.length()];
    weights
        .values()
        .forEach(row -> Arrays.setAll(heaviest, event -> Math.max(heaviest[event], row[event])));
    LongHistory events = LongHistory.of(history.titles(), heaviest);
    List<String> names = List.copyOf(weights.keySet());
    return Figure.of(
        heatmaps(events, names, rows(weights), HOVER),
        layout(title, events, "", 240 + 34 * names.size()),
        title + ". " + finding(history, weights));
  }

  private static List<double[]> rows(Map<String, float[]> weights) {
    return weights.values().stream()
        .map(row -> IntStream.range(0, row.length).mapToDouble(i -> rounded(row[i])).toArray())
        .toList();
  }

  private static void requireOneEach(String name, float[] row, History history) {
    if (row.length != history.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a history of %d events needs as many weights, found %d for '%s'",
              history.length(),
              row.length,
              name));
    }
  }

  /** To a millionth: a float as a double would write digits that it does not have. */
  private static double rounded(float share) {
    return Math.rint(share * 1e6) / 1e6;
  }

  /**
   * A row of shares over the events of a history, for each name: one heat map, or of a long history
   * one of some events and one of all.
   *
   * @param rows the shares of each name, one per event
   * @param hover what is said of the name (y), the share (z) and the event's title (customdata)
   */
  static List<Trace> heatmaps(
      LongHistory events, List<String> names, List<double[]> rows, String hover) {
    List<Trace> maps =
        events.traces(
            shown -> {
              List<double[]> drawn =
                  rows.stream()
                      .map(row -> IntStream.of(shown).mapToDouble(event -> row[event]).toArray())
                      .toList();
              return heatmap(events, shown, Labels.texts(names), drawn)
                  .hover(hover)
                  .colorscale("Viridis")
                  .set("zmin", 0)
                  .sharesBar("weight");
            });
    maps.get(0).visible(true);
    return maps;
  }

  /**
   * A row for each name and a column for each of some events, with numbers where there is room.
   *
   * @param names for Plotly
   */
  static Trace heatmap(LongHistory events, int[] shown, List<String> names, List<double[]> rows) {
    Trace map =
        Trace.heatmap(rows)
            .x(Trace.positions(shown.length))
            .y(names)
            .customdata(Collections.nCopies(names.size(), events.titlesOf(shown)))
            .set("showscale", names.size() > 2); // Fewer rows leave no room for its numbers.
    return events.hasNumbers(shown) ? map.set("texttemplate", "%{z:.0%}") : map;
  }

  /** Around {@link #heatmaps}: events by their titles, the first name on top. */
  static Layout layout(String title, LongHistory events, String below, int height) {
    Layout layout = Layout.titled(title, height, events.room(0));
    layout
        .left(95) // Slanted labels begin further left than their columns.
        .xAxis(events.columns(below))
        .yAxis(Axis.titled("").reversed().noGrid());
    return events.isLong()
        ? layout.menus(events.menus(List.of(), List.of("xaxis"), layout.height(), layout.height()))
        : layout;
  }

  private static String finding(History history, Map<String, float[]> weights) {
    List<String> sentences = new ArrayList<>();
    weights.forEach(
        (name, row) -> {
          int most = 0;
          for (int i = 1; i < row.length; i++) {
            most = row[i] > row[most] ? i : most;
          }
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s gives most to %s (%.0f%%)",
                  name,
                  Labels.inSentence(history.titles().get(most)),
                  100 * row[most]));
        });
    return String.join("; ", sentences);
  }
}
