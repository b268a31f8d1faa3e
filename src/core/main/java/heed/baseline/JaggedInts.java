package heed.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows of different lengths as they are written to a file: one behind the other.
 *
 * @param ends where each row ends
 * @param values of all rows
 */
record JaggedInts(int[] ends, int[] values) {

  JaggedInts {
    int last = ends.length == 0 ? 0 : ends[ends.length - 1];
    boolean ascending =
        IntStream.range(0, ends.length)
            .allMatch(row -> ends[row] >= (row == 0 ? 0 : ends[row - 1]));
    if (!ascending || last != values.length) {
      throw new IllegalArgumentException("rows do not end one behind the other");
    }
  }

  static JaggedInts of(int[][] rows) {
    int[] ends = Arrays.stream(rows).mapToInt(row -> row.length).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    return new JaggedInts(ends, Arrays.stream(rows).flatMapToInt(IntStream::of).toArray());
  }

  int size() {
    return ends.length;
  }

  int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  int[] row(int row) {
    return Arrays.copyOfRange(values, start(row), ends[row]);
  }

  int[][] rows() {
    return IntStream.range(0, size()).mapToObj(this::row).toArray(int[][]::new);
  }

  /** Refuses values that are no items of a catalogue, or row numbers. */
  JaggedInts within(int least, int most) {
    for (int value : values) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "found the number " + value + ", expected " + least + " to " + most);
      }
    }
    return this;
  }
}
