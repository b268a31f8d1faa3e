package heed.figure;

import java.util.List;
import java.util.stream.IntStream;

/** What is drawn in a figure: a heat map, a line, points, bars or words. */
public final class Trace extends FigurePart<Trace> {

  private Trace() {}

  /**
   * Cells in rows and columns, a thin line between them.
   *
   * @param z the numbers, row by row: an array or list of arrays or lists, where null or NaN is a
   *     blank
   */
  public static Trace heatmap(Object z) {
    return new Trace().set("type", "heatmap").set("z", z).set("xgap", 1).set("ygap", 1);
  }

  /** A line from point to point. */
  public static Trace line(List<?> x, List<?> y) {
    return scatter("lines", x, y);
  }

  /** A line with a mark at each point. */
  public static Trace markedLine(List<?> x, List<?> y) {
    return scatter("lines+markers", x, y);
  }

  /** A mark at each point. */
  public static Trace points(List<?> x, List<?> y) {
    return scatter("markers", x, y);
  }

  private static Trace scatter(String mode, List<?> x, List<?> y) {
    return new Trace().set("type", "scatter").set("mode", mode).x(x).y(y);
  }

  /** A line that only guides the eye: "solid", "dash" or "dot". */
  public static Trace guide(List<?> x, List<?> y, String color, String dash) {
    return line(x, y).line(color, 1.5, dash).silent();
  }

  /** Words at a point, at one side of it: "top left", for example. */
  public static Trace words(Object x, double y, String text, String side, String color) {
    return scatter("text", List.of(x), List.of(y))
        .set("text", List.of(text))
        .set("textposition", side)
        .set("textfont.color", color)
        .set("textfont.size", 12)
        .set("cliponaxis", false)
        .silent();
  }

  /** Upright bars. */
  public static Trace bars(List<?> x, List<?> y) {
    return new Trace().set("type", "bar").x(x).y(y);
  }

  /** Some attributes of a trace, for {@link #with} and the entries of a {@link Menu}. */
  public static Trace part() {
    return new Trace();
  }

  /** The positions 0, 1, 2 and so on. */
  public static List<Integer> positions(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Where points or columns stand from left to right. */
  public Trace x(List<?> x) {
    return set("x", x);
  }

  /** Where points or rows stand from bottom to top. */
  public Trace y(List<?> y) {
    return set("y", y);
  }

  /** What a legend calls it, in plain text. */
  public Trace name(String name) {
    return set("name", Labels.text(name));
  }

  /** A line's color, its width in pixels, and "solid", "dash" or "dot". */
  public Trace line(String color, Number width, String dash) {
    return line(color, width).set("line.dash", dash);
  }

  /** A line's color and its width in pixels. */
  public Trace line(String color, Number width) {
    return set("line.color", color).set("line.width", width);
  }

  /** The color, size in pixels, and symbol of marks. */
  public Trace marker(String color, Number size, String symbol) {
    return marker(color, size).set("marker.symbol", symbol);
  }

  /** The color and size in pixels of marks. */
  public Trace marker(String color, Number size) {
    return set("marker.color", color).set("marker.size", size);
  }

  /** The lowest and the highest number that the colors of a heat map tell. */
  public Trace between(Number low, Number high) {
    return set("zmin", low).set("zmax", high);
  }

  /** A scale by Plotly's name, or pairs of a height from 0 to 1 and a color. */
  public Trace colorscale(Object scale) {
    return set("colorscale", scale);
  }

  /** What the colors mean, at the right; {@code format} is d3's, ".0%" for shares. */
  public Trace colorbar(String title, String format) {
    return set("colorbar.title.text", Labels.text(title))
        .set("colorbar.tickformat", format)
        .set("colorbar.thickness", 14);
  }

  /** What colors of shares mean, beside few rows: as long as its numbers need. */
  public Trace sharesBar(String title) {
    return colorbar(title, ".0%")
        .set("colorbar.nticks", 4)
        .set("colorbar.lenmode", "pixels")
        .set("colorbar.len", 130)
        .set("colorbar.y", 1)
        .set("colorbar.yanchor", "top");
  }

  /** What {@code %{customdata}} in {@link #hover} stands for at each point. */
  public Trace customdata(List<?> data) {
    return set("customdata", data);
  }

  /**
   * What is said of a point under the mouse: Plotly's template, "%{x}: %{y:.2f}" for example. A
   * name in it goes through {@link Labels#inTemplate}.
   */
  public Trace hover(String template) {
    return hover(template, "");
  }

  /** The same, with a second text beside it, its name say; that is no template but plain text. */
  public Trace hover(String template, String beside) {
    return set("hovertemplate", template + "<extra>" + Labels.inTemplate(beside) + "</extra>");
  }

  /** What is said of each point under the mouse. */
  public Trace hovers(List<String> texts) {
    return set("hovertext", texts).hover("%{hovertext}");
  }

  /** Says nothing under the mouse. */
  public Trace silent() {
    return set("hoverinfo", "skip");
  }

  /** Whether it is drawn at first. */
  public Trace visible(boolean visible) {
    return set("visible", visible);
  }

  /** Along which axes, by their numbers in the layout, from 1. */
  public Trace on(int xAxis, int yAxis) {
    return set("xaxis", "x" + Layout.number(xAxis)).onY(yAxis);
  }

  /** Along which upright axis, by its number in the layout, from 1. */
  public Trace onY(int yAxis) {
    return set("yaxis", "y" + Layout.number(yAxis));
  }
}
