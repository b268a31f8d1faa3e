package heed.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import heed.batch.Inference;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table on the CPU, read and written where they lie. To be used while it lives. */
final class RowsInPlace {

  /** Numbers that one buffer spans: 1 GiB, of the 2 that it could. */
  private static final long NUMBERS_AT_ONCE = 1L << 28;

  private final int width;
  private final int rowsAtOnce;
  private final List<FloatBuffer> parts = new ArrayList<>();

  /** Of a table (R, D). */
  RowsInPlace(NDArray table) {
    long rows = table.getShape().get(0);
    this.width = Math.toIntExact(table.getShape().get(1));
    this.rowsAtOnce = (int) Math.min(rows, NUMBERS_AT_ONCE / width);
    for (long from = 0; from < rows; from += rowsAtOnce) {
      parts.add(part(table, from, Math.min(from + rowsAtOnce, rows)));
    }
  }

  private static FloatBuffer part(NDArray table, long from, long to) {
    return Inference.run(
        table.getManager(),
        brief -> {
          NDArray some = table.get(new NDIndex("{}:{}", from, to)); // a view
          some.attach(brief);
          return some.toByteBuffer(true).asFloatBuffer();
        });
  }

  /** Copies a row out. */
  void get(int row, float[] to) {
    parts.get(row / rowsAtOnce).get(row % rowsAtOnce * width, to);
  }

  /** Sets a row. */
  void put(int row, float[] from) {
    parts.get(row / rowsAtOnce).put(row % rowsAtOnce * width, from);
  }
}
