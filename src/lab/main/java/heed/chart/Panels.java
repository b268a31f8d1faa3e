package heed.chart;

import heed.figure.Annotation;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** Pictures as figures: one alone, or small multiples in two columns. */
final class Panels {

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
    Layout layout =
        Layout.titled(panel.title(), ALONE)
            .xAxis(panel.xAxis())
            .yAxis(panel.yAxis())
            .noLegend(); // The pictures name what they draw.
    return Figure.of(panel.traces(), layout, panel.described());
  }

  /** A figure of several pictures, in order from left to right and then down. */
  static Figure together(String title, List<Panel> panels) {
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    int plots = rows * PLOT + (rows - 1) * BETWEEN;
    Layout layout =
        Layout.titled(title, TOP + plots + BOTTOM).noLegend().margin(TOP, LEFT, 20, BOTTOM);
    List<Trace> traces = new ArrayList<>();
    List<Annotation> titles = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      int number = i + 1;
      double left = i % COLUMNS * (1 + GAP) / COLUMNS;
      int row = i / COLUMNS;
      double top = 1 - (double) row * (PLOT + BETWEEN) / plots;
      double bottom = Math.max(0, top - (double) PLOT / plots);
      layout.xAxis(number, placed(panel.xAxis(), left, left + (1 - GAP) / COLUMNS, "y", number));
      layout.yAxis(number, placed(panel.yAxis(), bottom, top, "x", number));
      panel.traces().forEach(trace -> traces.add(trace.on(number, number)));
      titles.add(title(panel.title(), left, top));
    }
    String words = panels.stream().map(Panel::described).collect(Collectors.joining(" "));
    return Figure.of(traces, layout.annotations(titles), title + ". " + words);
  }

  private static Axis placed(Axis axis, double from, double to, String across, int number) {
    return axis.domain(from, to)
        .anchor(across + (number == 1 ? "" : number))
        .set("automargin", false) // It would move all pictures for the labels of one.
        .set("title.standoff", 6)
        .set("title.font.size", 11)
        .set("tickfont.size", 11);
  }

  private static Annotation title(String text, double left, double top) {
    String lines = Labels.text(WordUtils.wrap(text, LINE, "\n", false));
    return Annotation.above(left, top, 6, lines, "left")
        .set("font.size", 13)
        .set("align", "left")
        .set("xshift", SHIFT);
  }

  /** The line that a picture is about, in blue, with a dot at each point. */
  static Trace marked(List<?> x, List<?> y, List<String> hovers) {
    return Trace.markedLine(x, y)
        .line(Theme.FIRST, 2, "solid")
        .marker(Theme.FIRST, 6, "circle")
        .hovers(hovers);
  }
}
