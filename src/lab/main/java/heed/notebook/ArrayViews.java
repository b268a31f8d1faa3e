package heed.notebook;

import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Layout;
import heed.figure.Trace;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Plain arrays: a matrix as a table or a picture, the bytes of a picture as what they show. */
final class ArrayViews {
  private static final int MOST_COLUMNS = 30;
  private static final int ROW_HEIGHT = 18;

  private ArrayViews() {}

  /** Bytes: a picture if they begin like one. */
  static View bytes(byte[] bytes) {
    return Media.picture(bytes)
        .map(
            media ->
                View.ofMedia(
                    String.format(Locale.ROOT, "a picture of %,d bytes", bytes.length), media))
        .orElseGet(() -> View.ofText(Texts.of(bytes)));
  }

  /** An array of arrays of numbers as a table; any other one as it prints. */
  static View rows(Object[] rows) {
    boolean matrix =
        rows.length > 0
            && rows.getClass().getComponentType().isArray()
            && Texts.isNumber(rows.getClass().getComponentType().getComponentType())
            && Arrays.stream(rows).noneMatch(row -> row == null);
    int width = matrix ? Array.getLength(rows[0]) : 0;
    boolean rectangle =
        matrix && Arrays.stream(rows).allMatch(row -> Array.getLength(row) == width);
    if (!rectangle || width == 0 || width > MOST_COLUMNS) {
      return View.ofText(Texts.of(rows));
    }
    List<String> columns = new ArrayList<>(List.of(""));
    IntStream.range(0, width).forEach(column -> columns.add(Integer.toString(column)));
    return Grid.of(
            columns, Collections.nCopies(width + 1, true), rows.length, i -> cells(i, rows[i]))
        .view(String.format(Locale.ROOT, "%d × %d", rows.length, width));
  }

  private static List<String> cells(int number, Object row) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
    IntStream.range(0, Array.getLength(row))
        .forEach(i -> cells.add(Texts.inCell(Array.get(row, i))));
    return cells;
  }

  /** A matrix in colours, on the same scale everywhere. */
  static Figure heatmap(Object matrix) {
    int rows = Array.getLength(matrix);
    int height = Math.max(240, Math.min(600, ROW_HEIGHT * rows + 100));
    String size =
        String.format(
            Locale.ROOT, "%d × %d", rows, rows == 0 ? 0 : Array.getLength(Array.get(matrix, 0)));
    return Figure.of(
        List.of(Trace.heatmap(matrix).colorscale("Viridis").hover("row %{y}, column %{x}: %{z}")),
        Layout.titled(size, height)
            .xAxis(Axis.titled("column").noGrid().format("d"))
            .yAxis(Axis.titled("row").noGrid().format("d").reversed()),
        "A matrix of " + size + " numbers in colours");
  }
}
