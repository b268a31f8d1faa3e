package heed.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Rows of feature values, most of which may be 0, and of codes. Immutable.
 *
 * <p>Only what is not 0 is held, row after row: row r owns entries {@code offsets[r]} to {@code
 * offsets[r + 1]}.
 */
public final class FeatureRows {

  private final int width;
  private final int[] offsets;
  private final int[] columns;
  private final float[] values;
  private final int[][] codes;

  private FeatureRows(int width, Builder builder) {
    this.width = width;
    this.offsets = Arrays.copyOf(builder.offsets, builder.codes.size() + 1);
    this.columns = Arrays.copyOf(builder.columns, builder.size);
    this.values = Arrays.copyOf(builder.values, builder.size);
    this.codes = builder.codes.toArray(int[][]::new);
  }

  /** How many rows there are. */
  public int size() {
    return offsets.length - 1;
  }

  /** How many columns of values there are. */
  public int width() {
    return width;
  }

  /** The columns in which a row is not 0, ascending. */
  public int[] columns(int row) {
    return Arrays.copyOfRange(columns, offsets[row], offsets[row + 1]);
  }

  /** The values of a row that are not 0, in the order of {@link #columns}. */
  public float[] values(int row) {
    return Arrays.copyOfRange(values, offsets[row], offsets[row + 1]);
  }

  /** A whole row. */
  public float[] dense(int row) {
    float[] dense = new float[width];
    for (int i = offsets[row]; i < offsets[row + 1]; i++) {
      dense[columns[i]] = values[i];
    }
    return dense;
  }

  /** All rows: (rows, width). */
  public float[][] dense() {
    float[][] dense = new float[size()][];
    Arrays.setAll(dense, this::dense);
    return dense;
  }

  /** The codes of a row: one a code feature, 0 for padding. */
  public int[] codes(int row) {
    return codes[row].clone();
  }

  /** The codes of all rows: (rows, code features). */
  public int[][] codes() {
    return Arrays.stream(codes).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,d rows of %,d columns, %,d values not 0", size(), width, values.length);
  }

  /** Takes values row by row. */
  static final class Builder {
    private final int width;
    private final List<int[]> codes = new ArrayList<>();
    private int[] offsets = new int[16];
    private int[] columns = new int[16];
    private float[] values = new float[16];
    private int size;

    Builder(int width) {
      this.width = width;
    }

    void put(int column, double value) {
      if (size == columns.length) {
        columns = Arrays.copyOf(columns, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      if (value != 0) {
        columns[size] = column;
        values[size++] = (float) value;
      }
    }

    void end(int[] rowCodes) {
      codes.add(rowCodes);
      if (codes.size() == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      offsets[codes.size()] = size;
    }

    FeatureRows build() {
      return new FeatureRows(width, this);
    }
  }
}
