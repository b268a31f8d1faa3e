package heed.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows and columns of text, ready to be shown; of many rows the first and the last.
 *
 * @param columns what heads each column; empty for a grid without a head
 * @param numeric whether a column holds numbers, which stand at the right
 * @param rows a cell for each column in each row
 * @param hiddenAfter how many rows stand before those left out
 * @param hidden how many rows were left out
 */
record Grid(
    List<String> columns,
    List<Boolean> numeric,
    List<List<String>> rows,
    int hiddenAfter,
    int hidden) {
  private static final int FIRST = 10;
  private static final int LAST = 5;

  Grid {
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Which of so many rows are shown. */
  static int[] shownOf(int rows) {
    int[] shown = new int[rows <= FIRST + LAST ? rows : FIRST + LAST];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = i < FIRST || rows == shown.length ? i : rows - shown.length + i;
    }
    return shown;
  }

  /** A grid of {@code total} rows, of which {@code shown} were made by {@link #shownOf}. */
  static Grid of(List<String> columns, List<Boolean> numeric, List<List<String>> shown, int total) {
    int hidden = total - shown.size();
    return new Grid(columns, numeric, shown, hidden == 0 ? shown.size() : FIRST, hidden);
  }

  View view(String caption) {
    return View.ofHtml(GridText.of(this, caption), GridHtml.of(this, caption));
  }

  /** The rows with the line that says how many were left out. */
  List<List<String>> rowsWithGap() {
    if (hidden == 0) {
      return rows;
    }
    List<List<String>> all = new ArrayList<>(rows);
    List<String> gap = new ArrayList<>(Collections.nCopies(numeric.size(), ""));
    gap.set(0, "… %,d more".formatted(hidden));
    all.add(hiddenAfter, gap);
    return all;
  }
}
