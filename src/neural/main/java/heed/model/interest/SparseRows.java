package heed.model.interest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;

/**
 * Rows of which most numbers are 0, being filled from the first to the last: bags of words. Times a
 * matrix of word vectors, they give the weighted sum of each bag's vectors.
 */
final class SparseRows {

  private final int width;
  private int rows;
  private int size;
  private long[] rowOf = new long[16];
  private long[] columnOf = new long[16];
  private float[] values = new float[16];

  SparseRows(int width) {
    this.width = width;
  }

  /** Adds a row with these values in these columns. */
  void add(int[] columns, float[] row) {
    if (size + columns.length > values.length) {
      int more = 2 * (size + columns.length);
      rowOf = Arrays.copyOf(rowOf, more);
      columnOf = Arrays.copyOf(columnOf, more);
      values = Arrays.copyOf(values, more);
    }
    for (int i = 0; i < columns.length; i++) {
      rowOf[size] = rows;
      columnOf[size] = columns[i];
      values[size++] = row[i];
    }
    rows++;
  }

  /**
   * Sent to the device as a sparse matrix: (rows, width) in the manager's memory.
   *
   * <p>Not by {@link NDManager#createCoo}: that lets go of the Java buffers which the matrix still
   * points to, and once they are collected it holds whatever stands there. Here they belong to two
   * arrays that live as long as the manager.
   */
  NDArray on(NDManager manager) {
    long[] places = Arrays.copyOf(rowOf, 2 * size); // Rows, then columns.
    System.arraycopy(columnOf, 0, places, size, size);
    NDArray indices = manager.create(places, new Shape(2, size));
    NDArray held = manager.create(Arrays.copyOf(values, size), new Shape(size));
    return JniUtils.createSparseCoo((PtNDArray) indices, (PtNDArray) held, new Shape(rows, width));
  }
}
