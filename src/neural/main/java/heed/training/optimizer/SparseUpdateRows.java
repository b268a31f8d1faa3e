package heed.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.batch.Inference;
import heed.layer.EmbeddingWeights;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The rows of a table that the batches of a step met, with the sum of their gradients, on the Java
 * side.
 */
public final class SparseUpdateRows {

  private final EmbeddingWeights table;
  private final int width;

  /** Where the sum of a row stands, from 1; 0 if it was not met: (R). */
  private final int[] places;

  private int[] rows = new int[0];
  private float[] sums = new float[0];
  private int met;

  public SparseUpdateRows(EmbeddingWeights table) {
    this.table = table;
    this.width = Math.toIntExact(table.whole().getShape().get(1));
    this.places = new int[Math.toIntExact(table.whole().getShape().get(0))];
  }

  public EmbeddingWeights table() {
    return table;
  }

  /** D, how many numbers a row has. */
  int width() {
    return width;
  }

  /** How many rows the table has. */
  public int count() {
    return places.length;
  }

  boolean areOf(NDArray parameter) {
    return parameter == table.whole();
  }

  /** A copy of some rows of the table, to be learnt from: a leaf of the graph, (M, D). */
  public NDArray leaf(int[] some, NDManager memory) {
    NDArray leaf =
        Inference.run(
            memory,
            brief -> {
              NDArray copy = of(table.whole(), brief.create(some), brief);
              copy.attach(memory);
              return copy;
            });
    leaf.setRequiresGradient(true);
    return leaf;
  }

  /** Copies of rows, in the memory of {@code brief}: (M, D). */
  static NDArray of(NDArray array, NDArray numbers, NDManager brief) {
    NDArray copy =
        Embedding.embedding(numbers, array, SparseFormat.DENSE).singletonOrThrow(); // (M, D)
    copy.attach(brief);
    return copy;
  }

  /**
   * Adds the gradient of a batch.
   *
   * @param some the rows it met, each once
   * @param gradient one behind the other: M * D
   */
  public void add(int[] some, FloatBuffer gradient) {
    room(some.length);
    float[] added = new float[width];
    for (int row : some) {
      gradient.get(added);
      if (places[row] == 0) {
        rows[met] = row;
        Arrays.fill(sums, met * width, (met + 1) * width, 0);
        places[row] = ++met;
      }
      int to = (places[row] - 1) * width;
      for (int d = 0; d < width; d++) {
        sums[to + d] += added[d];
      }
    }
  }

  private void room(int more) {
    if (met + more > rows.length) {
      rows = Arrays.copyOf(rows, 2 * (met + more));
      sums = Arrays.copyOf(sums, rows.length * width);
    }
  }

  /** Gets the sum of a row. */
  interface Visitor {

    /**
     * Looks at it.
     *
     * @param row its number
     * @param sums those of all rows
     * @param from where its own begins
     */
    void at(int row, float[] sums, int from);
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < met; i++) {
      visitor.at(rows[i], sums, i * width);
    }
  }

  /** The numbers of the rows met: (M) int64. */
  NDArray numbers(NDManager brief) {
    long[] numbers = new long[met];
    Arrays.setAll(numbers, i -> rows[i]);
    return brief.create(numbers); // (M)
  }

  /** What was added up: (M, D). */
  NDArray gradient(NDManager brief) {
    return brief.create(Arrays.copyOf(sums, met * width), new Shape(met, width)); // (M, D)
  }

  /** The square of the gradient's length. */
  double squares() {
    double squares = 0;
    for (int i = 0; i < met * width; i++) {
      squares += (double) sums[i] * sums[i];
    }
    return squares;
  }

  /** The step is taken. */
  void forget() {
    for (int i = 0; i < met; i++) {
      places[rows[i]] = 0;
    }
    met = 0;
  }
}
