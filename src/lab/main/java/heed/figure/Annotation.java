package heed.figure;

/** Words on a figure that belong to no point. */
public final class Annotation extends FigurePart<Annotation> {

  private Annotation() {}

  /**
   * Words that stand on a place of the figure, from its lower left, (0, 0), to its upper right.
   *
   * @param text as {@link Labels#text} gives it
   * @param anchor which of their ends stands there: "left", "center" or "right"
   */
  public static Annotation at(Number x, Number y, String text, String anchor) {
    return new Annotation()
        .set("text", text)
        .set("showarrow", false)
        .set("xref", "paper")
        .set("x", x)
        .set("xanchor", anchor)
        .set("yref", "paper")
        .set("y", y);
  }

  /** The same, above the place by so many pixels. */
  public static Annotation above(Number x, Number y, int pixels, String text, String anchor) {
    return at(x, y, text, anchor).set("yanchor", "bottom").set("yshift", pixels);
  }
}
