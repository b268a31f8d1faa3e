package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** Pictures as figures: one alone, or small multiples in two columns. */
final class Panels {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final int COLUMNS = 2;

  /** In pixels; with the margins they leave room for a title of three lines and for axis labels. */
  private static final int PLOT = 150;

  private static final int BETWEEN = 120;
  private static final int TOP = 100;
  private static final int BOTTOM = 55;
  private static final int LEFT = 65;
  private static final int ALONE = 340;

  /** Titles begin above the labels of the axis. */
  private static final int SHIFT = -45;

  /** Of the width, between columns: 80 pixels of a page of 650. */
  private static final double GAP = 0.15;

  /** Characters in a line of a picture's title, on a page of 650 pixels. */
  private static final int LINE = 38;

  private Panels() {}

  /** A figure of one picture. */
  static Figure alone(Panel panel) {
    Map<String, Object> layout = Theme.layout(panel.title(), ALONE);
    layout.put("xaxis", panel.xAxis());
    layout.put("yaxis", panel.yAxis());
    layout.put("showlegend", false); // The pictures name what they draw.
    return figure(panel.traces(), layout, panel.described());
  }

  /** A figure of several pictures, in order from left to right and then down. */
  static Figure together(String title, List<Panel> panels) {
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    int plots = rows * PLOT + (rows - 1) * BETWEEN;
    Map<String, Object> layout = Theme.layout(title, TOP + plots + BOTTOM);
    layout.put("showlegend", false);
    layout.put("margin", Map.of("t", TOP, "l", LEFT, "r", 20, "b", BOTTOM));
    List<Map<String, Object>> traces = new ArrayList<>();
    List<Map<String, Object>> titles = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      String number = i == 0 ? "" : Integer.toString(i + 1);
      double left = i % COLUMNS * (1 + GAP) / COLUMNS;
      int row = i / COLUMNS;
      double top = 1 - (double) row * (PLOT + BETWEEN) / plots;
      List<Double> width = List.of(left, left + (1 - GAP) / COLUMNS);
      List<Double> height = List.of(Math.max(0, top - (double) PLOT / plots), top);
      layout.put("xaxis" + number, placed(panels.get(i).xAxis(), width, "y" + number));
      layout.put("yaxis" + number, placed(panels.get(i).yAxis(), height, "x" + number));
      panels.get(i).traces().forEach(trace -> traces.add(on(trace, number)));
      titles.add(title(panels.get(i).title(), left, top));
    }
    layout.put("annotations", titles);
    String words = panels.stream().map(Panel::described).collect(Collectors.joining(" "));
    return figure(traces, layout, title + ". " + words);
  }

  private static Figure figure(
      List<Map<String, Object>> traces, Map<String, Object> layout, String description) {
    return new Figure(GSON.toJson(Map.of("data", traces, "layout", layout)), description);
  }

  private static Map<String, Object> placed(
      Map<String, Object> axis, List<Double> domain, String anchor) {
    Map<String, Object> placed = new LinkedHashMap<>(axis);
    placed.put("domain", domain);
    placed.put("anchor", anchor);
    placed.put("automargin", false); // It would move all pictures for the labels of one.
    placed.put(
        "title", Map.of("text", Theme.title(axis), "standoff", 6, "font", Map.of("size", 11)));
    placed.put("tickfont", Map.of("size", 11));
    return placed;
  }

  private static Map<String, Object> on(Map<String, Object> trace, String number) {
    Map<String, Object> placed = new LinkedHashMap<>(trace);
    placed.put("xaxis", "x" + number);
    placed.put("yaxis", "y" + number);
    return placed;
  }

  private static Map<String, Object> title(String text, double left, double top) {
    Map<String, Object> title = new LinkedHashMap<>();
    title.put("text", Labels.text(WordUtils.wrap(text, LINE, "\n", false)));
    title.put("font", Map.of("size", 13));
    title.put("showarrow", false);
    title.put("align", "left");
    title.putAll(Map.of("xref", "paper", "xanchor", "left", "x", left, "xshift", SHIFT));
    title.putAll(Map.of("yref", "paper", "yanchor", "bottom", "y", top, "yshift", 6));
    return title;
  }
}
