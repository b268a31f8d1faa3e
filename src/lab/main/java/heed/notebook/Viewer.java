package heed.notebook;

import heed.figure.Chart;

/**
 * How results of one type look in a notebook: as plain text, as HTML or as a figure, and what
 * stands below.
 *
 * <p>Implement it for a type of your own and register it, in a cell with {@link Notebook#views} or
 * from a jar with {@link ViewExtension}. A viewer is a pure function, and it escapes what it writes
 * into HTML. What it throws is shown as the error of the cell.
 *
 * @param <T> the type of what is shown
 */
@FunctionalInterface
public interface Viewer<T> {

  /** The view of a result; its plain text is what a terminal or a screen reader gets. */
  View view(T result);

  /** Shows the figure that a chart draws; the figure's description is the plain text. */
  static <T> Viewer<T> of(Chart<? super T> chart) {
    return result -> View.ofFigure(chart.draw(result));
  }
}
