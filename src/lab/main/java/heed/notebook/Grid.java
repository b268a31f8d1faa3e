package heed.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows and columns of text, ready to be shown; of many rows the first and the last at once, and
 * more of them page by page.
 *
 * @param columns what heads each column; empty for a grid without a head
 * @param numeric whether a column holds numbers, which stand at the right
 * @param rows a cell for each column in each row that is shown at once
 * @param paged the first rows, to be paged through; empty where all are shown at once
 * @param total how many rows there are
 */
record Grid(
    List<String> columns,
    List<Boolean> numeric,
    List<List<String>> rows,
    List<List<String>> paged,
    int total) {

  /** As many rows are shown whole. */
  private static final int WHOLE = 30;

  private static final int FIRST = 10;
  private static final int LAST = 5;

  /** A cell of a notebook is no place for more. */
  private static final int MOST_PAGED = 200;

  Grid {
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    rows = rows.stream().map(List::copyOf).toList();
    paged = paged.stream().map(List::copyOf).toList();
  }

  /**
   * A grid of so many rows.
   *
   * @param row makes the row at a place, from 0; asked for those that are shown
   */
  static Grid of(
      List<String> columns, List<Boolean> numeric, int total, IntFunction<List<String>> row) {
    boolean whole = total <= WHOLE;
    IntStream shown =
        whole
            ? IntStream.range(0, total)
            : IntStream.concat(IntStream.range(0, FIRST), IntStream.range(total - LAST, total));
    Stream<List<String>> paged =
        IntStream.range(0, whole ? 0 : Math.min(MOST_PAGED, total)).mapToObj(row);
    return new Grid(columns, numeric, shown.mapToObj(row).toList(), paged.toList(), total);
  }

  /** A grid of these rows. */
  static Grid of(List<String> columns, List<Boolean> numeric, List<List<String>> rows) {
    return of(columns, numeric, rows.size(), rows::get);
  }

  View view(String caption) {
    String html = paged.isEmpty() ? GridHtml.of(this, caption) : GridPages.of(this, caption);
    return View.ofHtml(GridText.of(this, caption), html);
  }

  /** The rows with the line that says how many were left out. */
  List<List<String>> rowsWithGap() {
    if (total == rows.size()) {
      return rows;
    }
    List<List<String>> all = new ArrayList<>(rows);
    List<String> gap = new ArrayList<>(Collections.nCopies(numeric.size(), ""));
    gap.set(0, String.format(Locale.ROOT, "… %,d more", total - rows.size()));
    all.add(FIRST, gap);
    return all;
  }

  /** The grid of some of the rows that can be paged through. */
  Grid page(int from, int to) {
    return new Grid(columns, numeric, paged.subList(from, to), List.of(), to - from);
  }
}
