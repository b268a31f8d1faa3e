package heed.notebook;

import heed.chart.TablesawFigures;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import tech.tablesaw.plotly.components.Figure;

/**
 * What {@code Plot.show} of Tablesaw leads to in a cell: the figure is shown below it. Tablesaw's
 * own writes a page into a folder and looks for a browser to open it.
 */
public final class NotebookPlot {

  private NotebookPlot() {}

  /** Shows a figure. */
  public static void show(Figure figure) {
    Notebook.show(figure);
  }

  /** Shows a figure; a cell needs no name for the element that holds it. */
  public static void show(Figure figure, String element) {
    Notebook.show(figure);
  }

  /** Shows a figure and writes it as a page, as a reader who names a file wants. */
  public static void show(Figure figure, File page) {
    try {
      TablesawFigures.convert(figure).save(page.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + page, e);
    }
    Notebook.show(figure);
  }

  /** Shows a figure and writes it as a page. */
  public static void show(Figure figure, String element, File page) {
    show(figure, page);
  }

  /** Shows a page as it is. */
  public static void show(String html, File page) {
    Notebook.show(View.ofHtml("a page of Tablesaw", html));
  }
}
