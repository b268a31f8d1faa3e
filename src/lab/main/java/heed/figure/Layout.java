package heed.figure;

import java.util.List;
import org.apache.commons.text.WordUtils;

/** What is around the traces of a figure: title, axes, legend, menus. */
public final class Layout extends FigurePart<Layout> {

  /** Characters in a line of a title, on half a page. */
  private static final int LINE = 66;

  /** In pixels. */
  private static final int LINE_HEIGHT = 19;

  private static final int ONE_LINE = 54;

  private final int height;

  private Layout(int height) {
    this.height = height;
  }

  /**
   * A layout in the look that all figures share.
   *
   * @param title the finding, in plain text; it takes as many lines as it needs
   * @param height in pixels, with a title of one line
   */
  public static Layout titled(String title, int height) {
    return titled(title, height, 0);
  }

  /**
   * The same, with room between the title and what is drawn.
   *
   * @param room in pixels, on top of the height; {@link Menu#HEIGHT} for a menu
   */
  public static Layout titled(String title, int height, int room) {
    String lines = lines(title);
    int more = LINE_HEIGHT * (lines.split("<br>", -1).length - 1) + room;
    return new Layout(height + more)
        .set("title.text", lines)
        .set("title.x", 0)
        .set("title.xref", "container")
        .set("title.xanchor", "left")
        .set("title.y", 1)
        .set("title.yref", "container")
        .set("title.yanchor", "top")
        .set("title.pad.l", 12)
        .set("title.pad.t", 20)
        .set("title.font.size", 15)
        .set("height", height + more)
        .margin(ONE_LINE + more, 20, 20, 20)
        .set("paper_bgcolor", Theme.NONE)
        .set("plot_bgcolor", Theme.NONE)
        .set("font.color", Theme.TEXT)
        .set("font.size", 12)
        .set("hoverlabel.align", "left");
  }

  /** A title in lines, as Plotly reads it. */
  static String lines(String title) {
    return Labels.text(WordUtils.wrap(title, LINE, "\n", false));
  }

  /** Another title in the room of this one, which should have as many lines. */
  public Layout retitled(String title) {
    return set("title.text", lines(title));
  }

  /** In pixels, with all lines of the title. */
  public int height() {
    return height;
  }

  /** Room around what is drawn, in pixels. */
  public Layout margin(int top, int left, int right, int bottom) {
    return left(left).set("margin.t", top).set("margin.r", right).set("margin.b", bottom);
  }

  /** Room at the left, in pixels. */
  public Layout left(int left) {
    return set("margin.l", left);
  }

  public Layout xAxis(Axis axis) {
    return xAxis(1, axis);
  }

  public Layout yAxis(Axis axis) {
    return yAxis(1, axis);
  }

  /** One of several axes, by its number from 1. */
  public Layout xAxis(int number, Axis axis) {
    return set("xaxis" + number(number), axis);
  }

  /** One of several axes, by its number from 1. */
  public Layout yAxis(int number, Axis axis) {
    return set("yaxis" + number(number), axis);
  }

  /** As Plotly counts: the first has none. */
  static String number(int number) {
    return number == 1 ? "" : Integer.toString(number);
  }

  public Layout noLegend() {
    return set("showlegend", false);
  }

  /** A legend in lines, between the title and what is drawn. */
  public Layout legendAbove() {
    return legend(1.02, "bottom").set("legend.x", 0);
  }

  /** A legend in lines, one end of which ("top", "bottom") stands at a height from 0 to 1. */
  public Layout legend(double y, String anchor) {
    return set("legend.orientation", "h").set("legend.y", y).set("legend.yanchor", anchor);
  }

  /** The mouse tells of the nearest point. */
  public Layout hoverClosest() {
    return set("hovermode", "closest");
  }

  public Layout menus(List<Menu> menus) {
    return set("updatemenus", menus);
  }

  public Layout annotations(List<Annotation> annotations) {
    return set("annotations", annotations);
  }
}
