package heed.notebook;

import java.util.Locale;

/**
 * A long grid in HTML that can be paged through without a script and with the keyboard: below the
 * first and last rows stands a line to open, and behind it a choice of pages.
 *
 * <p>Styles alone show the chosen page. Where a front end strips them, as JupyterLab does in a
 * notebook that is not trusted, the pages stand below each other once opened.
 */
final class GridPages {

  private static final int PAGE = 20;

  /** What is open hides the rows above it; of the pages the chosen one shows. */
  private static final String STYLE =
      ".heed-pages:has(>details[open])>div{display:none}"
          + ".heed-pages label{margin-right:1em;white-space:nowrap}"
          + ".heed-pages summary{cursor:pointer;padding:2px 10px}"
          + ".heed-pages form{padding:2px 10px}"
          + ".heed-pages form:has(input)>div{display:none}";

  /**
   * Has to stand on the very element that has the focus: JupyterLab would take arrows and Enter.
   */
  private static final String OWN_KEYS = " data-lm-suppress-shortcuts=\"true\"";

  private GridPages() {}

  static String of(Grid grid, String caption) {
    int rows = grid.paged().size();
    StringBuilder style = new StringBuilder(STYLE);
    StringBuilder choice = new StringBuilder();
    StringBuilder pages = new StringBuilder();
    for (int from = 0, page = 1; from < rows; from += PAGE, page++) {
      int to = Math.min(from + PAGE, rows);
      style.append(
          String.format(
              Locale.ROOT,
              ".heed-pages form:has(label:nth-of-type(%1$d) input:checked)>div:nth-of-type(%1$d)"
                  + "{display:block}",
              page));
      choice.append(
          String.format(
              Locale.ROOT,
              "<label><input type=\"radio\" name=\"page\"%s%s> %d to %d</label>\n",
              OWN_KEYS,
              page == 1 ? " checked" : "",
              from + 1,
              to));
      pages.append(GridHtml.of(grid.page(from, to), page == 1 ? caption : ""));
    }
    return "<div class=\"heed-pages\"><style>"
        + style
        + "</style>\n"
        + GridHtml.of(grid, caption)
        + "<details><summary"
        + OWN_KEYS
        + ">"
        + offer(rows, grid.total())
        // A form of this kind is never sent.
        + "</summary><form method=\"dialog\" aria-label=\"pages\">\n"
        + choice
        + pages
        + "</form></details></div>";
  }

  private static String offer(int rows, int total) {
    return rows == total
        ? String.format(Locale.ROOT, "page through all %,d rows", rows)
        : String.format(Locale.ROOT, "page through the first %,d of %,d rows", rows, total);
  }
}
