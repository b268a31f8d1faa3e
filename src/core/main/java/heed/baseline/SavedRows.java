package heed.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows of floats, all of one length, as they are written to a file.
 *
 * @param rows how many there are
 * @param values one row behind the other
 */
record SavedRows(int rows, float[] values) {

  SavedRows {
    if (rows < 0 || (rows == 0 ? values.length > 0 : values.length % rows > 0)) {
      throw new IllegalArgumentException(
          "found " + values.length + " values, expected " + rows + " rows of one length");
    }
  }

  static SavedRows of(float[][] rows) {
    float[] values = new float[rows.length == 0 ? 0 : rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, values, row * rows[row].length, rows[row].length);
    }
    return new SavedRows(rows.length, values);
  }

  float[][] toRows() {
    return IntStream.range(0, rows)
        .mapToObj(
            row -> {
              int width = values.length / rows;
              return Arrays.copyOfRange(values, row * width, (row + 1) * width);
            })
        .toArray(float[][]::new);
  }
}
