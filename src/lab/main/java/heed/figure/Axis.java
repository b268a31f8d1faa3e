package heed.figure;

import java.util.List;

/** An axis of a figure. */
public final class Axis extends FigurePart<Axis> {

  private Axis() {}

  /** An axis in the look that all figures share. */
  public static Axis titled(String title) {
    return new Axis()
        .title(title, 12)
        .set("gridcolor", Theme.GRID)
        .set("zeroline", false)
        .set("automargin", true)
        .set("ticklabelstandoff", 4); // Where both axes begin, their labels would touch.
  }

  /** An axis of shares from nothing on. */
  public static Axis shares(String title) {
    return titled(title).format(".0%").fromZero();
  }

  /**
   * An axis of so many epochs, of which only whole ones have a label, and not many more than ten.
   */
  public static Axis epochs(int count) {
    return titled("epoch").set("dtick", Math.max(1, count / 10));
  }

  /** Some attributes of an axis, for {@link #with}. */
  public static Axis part() {
    return new Axis();
  }

  /** What the axis tells, and how many pixels off its labels. */
  public Axis title(String title, int standoff) {
    return set("title.text", Labels.text(title)).set("title.standoff", standoff);
  }

  /** How its numbers are written, in d3's format: ".0%" for shares. */
  public Axis format(String format) {
    return set("tickformat", format);
  }

  /** Where labels stand and what they say. */
  public Axis ticks(List<?> at, List<String> texts) {
    return set("tickvals", at).set("ticktext", texts);
  }

  /** How labels are turned, in degrees; upwards below 0. */
  public Axis angle(int degrees) {
    return set("tickangle", degrees);
  }

  /** From where to where it reaches; backwards if the first is greater. */
  public Axis range(Number from, Number to) {
    return set("range", List.of(from, to));
  }

  /** Begins at 0. */
  public Axis fromZero() {
    return set("rangemode", "tozero");
  }

  /** The first on top, or at the right. */
  public Axis reversed() {
    return set("autorange", "reversed");
  }

  /** Without lines across the picture. */
  public Axis noGrid() {
    return set("showgrid", false);
  }

  /** Without labels. */
  public Axis noLabels() {
    return set("showticklabels", false);
  }

  /** Which part of the figure it takes, from 0 to 1. */
  public Axis domain(Number from, Number to) {
    return set("domain", List.of(from, to));
  }

  /** The other axis that it stands at: "x2" or "y", for example. */
  public Axis anchor(String axis) {
    return set("anchor", axis);
  }
}
