package heed.baseline;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix as it is written to a file.
 *
 * @param values in the order of rows
 */
record SavedMatrix(int rows, int columns, double[] values) {

  SavedMatrix {
    if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d rows of %d columns, found %d values", rows, columns, values.length));
    }
  }

  static SavedMatrix of(DMatrixRMaj matrix) {
    return new SavedMatrix(
        matrix.numRows,
        matrix.numCols,
        Arrays.copyOf(matrix.data, matrix.numRows * matrix.numCols));
  }

  DMatrixRMaj matrix() {
    return DMatrixRMaj.wrap(rows, columns, values);
  }

  static SavedMatrix ofRows(double[][] rows) {
    return new SavedMatrix(
        rows.length,
        rows.length == 0 ? 0 : rows[0].length,
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }

  double[][] toRows() {
    return IntStream.range(0, rows)
        .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
        .toArray(double[][]::new);
  }
}
