package heed.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import heed.batch.Inference;
import heed.recommend.BestItems;
import heed.recommend.TopItems;
import heed.script.Script;
import heed.script.Scripts;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The items whose vectors have the greatest products with a state, found in two passes: one over
 * all vectors as 8-bit whole numbers, a quarter of the memory, then one over the exact vectors of
 * the few candidates that the first has left.
 *
 * <p>Item i's vector is kept as whole numbers times its step, the greatest of its absolute values
 * over 127; a state s as whole numbers of 15 bits times a step t of its own. So a product is off by
 * no more than {@code step(i) * (1/2 + r) * (sum |s(d)| + 127 D t)}, where r, which covers the
 * rounding of 32-bit floats, is 0.001 + 254 D / 2^23. The first pass ranks by the product plus this
 * bound, which is the most that an item can have. If the k-th best exact product is above that of
 * every item that is no candidate, no other can be among the best, and the answer is proven; if
 * not, an {@link ExactScan} finds it.
 *
 * <p>Owns its copy of the vectors, N (D + 4) bytes; {@link #close} frees it. Safe to share between
 * threads.
 */
public final class QuantizedScan implements AutoCloseable {

  /** Numbers of a vector are from minus this to this. */
  private static final int MOST = 127;

  /** A number of a state is a high part times this, and a low part; both fit 8 bits. */
  private static final int BASE = 128;

  private static final int FINEST = MOST * BASE;
  private static final int BLOCK = 65_536;

  /** The kernel reads whole registers of a row. */
  private static final int MULTIPLE = 64;

  /** More states at once cost more than their share. */
  private static final int STATES = 16;

  private static final int CANDIDATES_FOR_EACH = 10;
  private static final int LEAST_CANDIDATES = 100;

  private final NDManager memory;
  private final Script script;
  private final int width;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * Some items.
   *
   * @param first the number of the first
   * @param table their vectors in steps, padded with zeros: (n, W) int8
   * @param steps (n, 1)
   */
  private record Block(int first, NDArray table, NDArray steps) {}

  private QuantizedScan(NDManager memory, Script script, int width) {
    this.memory = memory;
    this.script = script;
    this.width = width;
  }

  /**
   * Copies vectors.
   *
   * @param vectors of the items: (N + 1, D), row 0 is padding; all finite
   * @param parent gives the device; stays the caller's
   * @return none on a GPU, and where the engine has no products of whole numbers
   */
  public static Optional<QuantizedScan> of(NDArray vectors, NDManager parent) {
    return Scripts.wholeProducts()
        .filter(script -> !parent.getDevice().isGpu())
        .map(script -> filled(vectors, parent.newSubManager(), script));
  }

  private static QuantizedScan filled(NDArray vectors, NDManager memory, Script script) {
    Shape shape = vectors.getShape();
    QuantizedScan scan = new QuantizedScan(memory, script, Math.toIntExact(shape.get(1)));
    int end = Math.toIntExact(shape.get(0));
    for (int from = 1; from < end; from += Math.min(BLOCK, end - from)) {
      int first = from;
      int to = from + Math.min(BLOCK, end - from);
      scan.blocks.add(Inference.run(memory, step -> scan.block(vectors, first, to, step)));
    }
    return scan;
  }

  private Block block(NDArray vectors, int from, int to, NDManager step) {
    NDArray view = vectors.get(new NDIndex().addSliceDim(from, to)); // (n, D)
    view.attach(step); // A view lands with its array, and so does what is made of it.
    NDArray greatest = view.abs().max(new int[] {1}, true); // (n, 1)
    NDArray steps = greatest.div(MOST).maximum(Float.MIN_NORMAL); // (n, 1)
    NDArray table = padded(view.div(steps).round(), step).toType(DataType.INT8, true); // (n, W)
    table.attach(memory);
    steps.attach(memory);
    return new Block(from, table, steps);
  }

  private static NDArray padded(NDArray rows, NDManager step) {
    long missing = (MULTIPLE - rows.getShape().get(1) % MULTIPLE) % MULTIPLE;
    return missing == 0
        ? rows
        : rows.concat(step.zeros(new Shape(rows.getShape().get(0), missing)), 1); // (n, W)
  }

  /**
   * The best items of one state.
   *
   * @param best the same as an {@link ExactScan} finds
   * @param proven whether the candidates of the first pass proved it, so that no other vector was
   *     read
   */
  public record Found(BestItems best, boolean proven) {}

  /**
   * The best items for each state; to be called where no gradient is recorded.
   *
   * @param states (B, D)
   * @param vectors those that were copied: (N + 1, D)
   * @param k how many, at least 1; fewer come back if fewer compete
   * @param competing of each state, whether an item in 1..N competes
   * @return one per state, in their order
   */
  public List<Found> best(NDArray states, NDArray vectors, int k, List<IntPredicate> competing) {
    return best(states, vectors, k, competing, Math.max(LEAST_CANDIDATES, CANDIDATES_FOR_EACH * k));
  }

  List<Found> best(
      NDArray states, NDArray vectors, int k, List<IntPredicate> competing, int candidates) {
    List<Found> found = new ArrayList<>();
    for (int from = 0; from < competing.size(); from += STATES) {
      int to = Math.min(from + STATES, competing.size());
      List<IntPredicate> own = competing.subList(from, to);
      try (NDManager step = states.getManager().newSubManager()) {
        NDArray some = states.get(new NDIndex().addSliceDim(from, to)); // (b, D)
        some.attach(step);
        List<BestItems> most = candidates(some, own, candidates, step);
        for (int i = 0; i < own.size(); i++) {
          NDArray state = some.get(new NDIndex().addSliceDim(i, i + 1)); // (1, D)
          found.add(ranked(state, vectors, k, own.get(i), most.get(i), candidates));
        }
      }
    }
    return found;
  }

  /** Items that can have most, and how much that is. */
  private List<BestItems> candidates(
      NDArray states, List<IntPredicate> competing, int most, NDManager step) {
    int count = competing.size();
    List<TopItems> tops = IntStream.range(0, count).mapToObj(i -> new TopItems(most)).toList();
    NDArray greatest = states.abs().max(new int[] {1}, true); // (b, 1)
    NDArray own = greatest.div(FINEST).maximum(Float.MIN_NORMAL); // (b, 1)
    NDArray whole = states.div(own).round(); // (b, D)
    NDArray high = whole.div(BASE).round().clip(-MOST, MOST); // (b, D)
    NDArray low = whole.sub(high.mul(BASE)).clip(-MOST, MOST); // (b, D)
    NDArray parts = padded(high.concat(low, 0), step).toType(DataType.INT8, true); // (2b, W)
    NDArray sums = states.abs().sum(new int[] {1}, true); // (b, 1)
    float half = 0.5f + 0.001f + 2f * MOST * width / (1 << 23);
    NDArray slack = sums.add(own.mul(MOST * width)).mul(half); // (b, 1)
    float[] row = new float[BLOCK];
    for (Block block : blocks) {
      try (NDManager memory = step.newSubManager()) {
        NDArray bounds = script.call(parts, block.table, own, slack, block.steps); // (b, n)
        bounds.attach(memory);
        FloatBuffer flat = bounds.toByteBuffer(true).asFloatBuffer();
        int size = flat.remaining() / count;
        for (int i = 0; i < count; i++) {
          flat.get(i * size, row, 0, size);
          tops.get(i).add(row, size, block.first, competing.get(i));
        }
      }
    }
    return tops.stream().map(TopItems::best).toList();
  }

  private static Found ranked(
      NDArray state,
      NDArray vectors,
      int k,
      IntPredicate competes,
      BestItems candidates,
      int asked) {
    if (candidates.size() == 0) {
      return new Found(candidates, true);
    }
    int[] items = IntStream.of(candidates.items()).sorted().toArray();
    TopItems top = new TopItems(Math.min(k, items.length));
    try (NDManager step = state.getManager().newSubManager()) {
      NDArray numbers = step.create(items); // (C)
      NDArray rows =
          Embedding.embedding(numbers, vectors, SparseFormat.DENSE).singletonOrThrow(); // (C, D)
      rows.attach(step);
      NDArray scores = Linear.linear(state, rows).singletonOrThrow(); // (1, C)
      scores.attach(step);
      float[] exact = scores.toFloatArray();
      for (int i = 0; i < items.length; i++) {
        top.add(new float[] {exact[i]}, 1, items[i], item -> true);
      }
    }
    BestItems best = top.best();
    boolean all = candidates.size() < asked; // No other competes.
    float others = candidates.score(candidates.size() - 1);
    if (all || (best.size() == k && best.score(k - 1) > others)) {
      return new Found(best, true);
    }
    return new Found(ExactScan.best(state, vectors, k, List.of(competes)).get(0), false);
  }

  @Override
  public void close() {
    memory.close();
  }
}
