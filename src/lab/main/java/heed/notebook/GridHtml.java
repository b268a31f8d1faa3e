package heed.notebook;

import heed.figure.Html;
import java.util.List;

/** A grid as an HTML table that is readable in a light and in a dark theme, and without styles. */
final class GridHtml {
  private static final String LINE = "1px solid var(--jp-border-color2, rgba(128,128,128,.35))";
  private static final String CELL =
      "padding:2px 10px;border:0;border-bottom:" + LINE + ";white-space:pre-wrap;text-align:";

  /** Keeps MathJax off: a title with two dollars in it is a title, in JupyterLab, too. */
  static final String NO_FORMULAS = "mathjax_ignore tex2jax_ignore";

  private GridHtml() {}

  static String of(Grid grid, String caption) {
    return of(grid, caption, Look.PLAIN);
  }

  /** How cells look beside what all have. */
  interface Look {
    Look PLAIN = (column, text) -> "";

    /** Styles of a cell of the body, each with a semicolon behind it. */
    String of(int column, String text);
  }

  static String of(Grid grid, String caption, Look look) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"")
        .append(NO_FORMULAS)
        .append("\" style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;")
        .append("color:var(--jp-ui-font-color1, inherit);background:transparent;margin:4px 0\">\n");
    if (!caption.isEmpty()) {
      html.append("<caption style=\"text-align:left;padding:2px 10px\">")
          .append(Html.text(caption))
          .append("</caption>\n");
    }
    if (!grid.columns().isEmpty()) {
      html.append("<thead>")
          .append(row("th", grid.columns(), grid, Look.PLAIN))
          .append("</thead>\n");
    }
    html.append("<tbody>\n");
    grid.rowsWithGap().forEach(cells -> html.append(row("td", cells, grid, look)).append('\n'));
    return html.append("</tbody></table></div>").toString();
  }

  private static String row(String tag, List<String> cells, Grid grid, Look look) {
    StringBuilder row = new StringBuilder("<tr style=\"background:transparent\">");
    for (int c = 0; c < cells.size(); c++) {
      String side = grid.numeric().get(c) ? "right" : "left";
      row.append('<').append(tag).append(" style=\"").append(CELL).append(side);
      String more = look.of(c, cells.get(c));
      row.append(more.isEmpty() ? "" : ";" + more).append("\">");
      row.append(Html.text(cells.get(c))).append("</").append(tag).append('>');
    }
    return row.append("</tr>").toString();
  }
}
