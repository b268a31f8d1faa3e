package heed.chart;

import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.search.SearchRange;
import heed.search.SearchSpace;
import heed.tuning.SearchTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tries of a search as parallel coordinates: an upright axis for each setting and one for what
 * was reached, a line for each try; the best is thick.
 *
 * <p>Drawn of plain lines: Plotly's own parallel coordinates need WebGL, which a remote desktop or
 * a browser without a graphics driver may lack, and then show nothing.
 */
public final class SearchChart {

  private static final String REACHED = "validation";

  /** How far words stand from their axis; axes are 1 apart. */
  private static final double BESIDE = 0.03;

  private SearchChart() {}

  /** Of a search that tried something; tries without a number are left out. */
  public static Figure of(SearchTable table) {
    List<SearchTable.Row> rows =
        table.rows().stream().filter(row -> Double.isFinite(row.validation())).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "no try of the search validated to a number, so there is nothing to draw");
    }
    List<Upright> uprights = uprights(table, rows);
    List<Trace> traces = new ArrayList<>();
    for (int rank = rows.size() - 1; rank >= 0; rank--) { // The best is drawn last, on top.
      traces.add(line(table, rows, rank, uprights));
    }
    IntStream.range(0, uprights.size()).forEach(x -> traces.addAll(ticks(uprights.get(x), x)));
    String finding = finding(table, rows);
    return Figure.of(traces, layout(finding, uprights), "Settings that were tried. " + finding);
  }

  private static List<Upright> uprights(SearchTable table, List<SearchTable.Row> rows) {
    List<Upright> uprights = new ArrayList<>();
    for (int axis = 0; axis < table.axes().size(); axis++) {
      int place = axis;
      List<Object> values = rows.stream().map(row -> row.values().get(place)).toList();
      SearchSpace.Axis of = table.axes().get(axis);
      uprights.add(Upright.of(table.name(of), of.range(), values));
    }
    double[] reached = rows.stream().mapToDouble(SearchTable.Row::validation).toArray();
    uprights.add(Upright.numbers(REACHED, reached, false));
    return uprights;
  }

  /**
   * An upright axis.
   *
   * @param heights of the tries on it, from 0 to 1
   * @param marks words beside it, by height
   */
  private record Upright(String name, double[] heights, Map<Double, String> marks) {

    static Upright of(String name, SearchRange range, List<Object> values) {
      if (range instanceof SearchRange.Choices choices) {
        List<String> texts = choices.values().stream().map(Object::toString).toList();
        int last = Math.max(1, texts.size() - 1);
        Map<Double, String> marks = new LinkedHashMap<>();
        boolean ordered = choices.values().stream().allMatch(Number.class::isInstance);
        IntStream.range(0, texts.size())
            .filter(i -> i == 0 || i == last || !ordered) // What lies between is told by its place.
            .forEach(i -> marks.put(i / (double) last, texts.get(i)));
        double[] heights =
            values.stream()
                .mapToDouble(value -> place(choices.values(), value) / (double) last)
                .toArray();
        return new Upright(name, heights, marks);
      }
      double[] numbers =
          values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
      return numbers(name, numbers, range instanceof SearchRange.Log);
    }

    /** Numbers may have become floats or longs of the record's component. */
    private static int place(List<Object> choices, Object value) {
      for (int i = 0; i < choices.size(); i++) {
        if (choices.get(i) instanceof Number one
            && value instanceof Number other
            && (float) one.doubleValue() == (float) other.doubleValue()) {
          return i;
        }
      }
      return Math.max(0, choices.indexOf(value));
    }

    static Upright numbers(String name, double[] values, boolean orders) {
      double low =
          scaled(
              IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElse(0),
              orders);
      double high =
          scaled(
              IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(1),
              orders);
      double span = high > low ? high - low : 1;
      double[] heights =
          IntStream.range(0, values.length)
              .mapToDouble(i -> (scaled(values[i], orders) - low) / span)
              .toArray();
      Map<Double, String> marks = new LinkedHashMap<>();
      for (double height : high > low ? new double[] {0, 1} : new double[] {0}) {
        double at = low + height * span;
        marks.put(height, brief(orders ? Math.pow(10, at) : at));
      }
      return new Upright(name, heights, marks);
    }

    private static double scaled(double value, boolean orders) {
      return orders ? Math.log10(value) : value;
    }
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.3g", value)
        .replaceAll("(\\.\\d*?)0+$", "$1")
        .replaceAll("\\.$", "");
  }

  private static Trace line(
      SearchTable table, List<SearchTable.Row> rows, int rank, List<Upright> uprights) {
    boolean best = rank == 0;
    double height = uprights.get(uprights.size() - 1).heights[rank];
    String colour = best ? Theme.SECOND : Theme.FIRST;
    return Trace.markedLine(
            Trace.positions(uprights.size()),
            uprights.stream().map(upright -> upright.heights[rank]).toList())
        .line(colour, best ? 4 : 1.5)
        .marker(colour, best ? 8 : 5)
        .set("opacity", best ? 1 : 0.25 + 0.65 * height) // Better tries stand out.
        .set("hoverinfo", "text")
        .set("text", uprights.stream().map(upright -> hover(table, rows.get(rank), rank)).toList());
  }

  private static String hover(SearchTable table, SearchTable.Row row, int rank) {
    StringBuilder text =
        new StringBuilder(
            String.format(Locale.ROOT, "%d. <b>%.4f</b>", rank + 1, row.validation()));
    if (row.epochs() > 0) {
      text.append(" after ").append(row.epochs()).append(" epochs");
    }
    for (int axis = 0; axis < table.axes().size(); axis++) {
      text.append("<br>").append(Labels.text(table.name(table.axes().get(axis))));
      text.append(": ").append(Labels.text(String.valueOf(row.values().get(axis))));
    }
    return text.toString();
  }

  /** An upright line and its words: beyond its ends, where no try's line strikes them through. */
  private static List<Trace> ticks(Upright upright, int x) {
    List<Trace> traces = new ArrayList<>();
    traces.add(Trace.guide(List.of(x, x), List.of(0, 1), Theme.BEHIND, "solid"));
    upright.marks.forEach((height, words) -> traces.add(mark(x, height, Labels.text(words))));
    return traces;
  }

  private static Trace mark(int x, double height, String words) {
    if (height == 0) {
      return Trace.words(x, -BESIDE, words, "bottom center", Theme.TEXT);
    }
    return height == 1
        ? Trace.words(x, 1 + BESIDE, words, "top center", Theme.TEXT)
        : Trace.words(x - BESIDE, height, words, "middle left", Theme.TEXT);
  }

  private static Layout layout(String finding, List<Upright> uprights) {
    List<String> names = uprights.stream().map(upright -> upright.name).toList();
    return Layout.titled(finding, 380)
        .xAxis(
            Axis.titled("")
                .noGrid()
                .ticks(Trace.positions(names.size()), Labels.texts(names))
                .range(-0.5, names.size() - 0.8))
        .yAxis(Axis.titled("").noGrid().noLabels().range(-0.14, 1.14))
        .noLegend()
        .hoverClosest();
  }

  private static String finding(SearchTable table, List<SearchTable.Row> rows) {
    SearchTable.Row best = rows.get(0);
    List<String> parts = new ArrayList<>();
    for (int axis = 0; axis < table.axes().size(); axis++) {
      parts.add(table.name(table.axes().get(axis)) + " " + best.values().get(axis));
    }
    return String.format(
        Locale.ROOT,
        "Best of %d: %.4f with %s",
        rows.size(),
        best.validation(),
        String.join(", ", parts));
  }
}
