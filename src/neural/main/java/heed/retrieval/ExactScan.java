package heed.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.core.Linear;
import heed.recommend.BestItems;
import heed.recommend.TopItems;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The items whose vectors have the greatest products with a state, found by looking at every
 * vector: the same as a ranking of all scores, to the last tie. Of the scores only those of a block
 * of items exist at once.
 *
 * <p>Every vector is read once, however many states ask together, and little else is: the time is
 * about what the machine's memory needs to read 4 N D bytes.
 */
public final class ExactScan {

  /** Scores that are made at once, about: they stay in a core's cache until they are looked at. */
  static final int SCORES = 65_536;

  /** On a GPU each block costs a wait. */
  private static final int SCORES_ON_GPU = 4_000_000;

  /** A block of fewer items costs more in its call than in its products. */
  private static final int LEAST_ITEMS = 1_024;

  private ExactScan() {}

  /**
   * The best items for each state; to be called where no gradient is recorded.
   *
   * @param states (B, D)
   * @param vectors of the items: (N + 1, D), row 0 is padding and never found
   * @param k how many, at least 1; fewer come back if fewer compete
   * @param competing of each state, whether an item in 1..N competes; asked only of items that
   *     would be among the best so far
   * @return one per state, in their order; of equal scores the lower number comes first
   */
  public static List<BestItems> best(
      NDArray states, NDArray vectors, int k, List<IntPredicate> competing) {
    int count = competing.size();
    if (states.getShape().get(0) != count || k < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a scan finds at least 1 item for each state and is told which items compete for"
                  + " each; found %d items, the states %s and %d times who competes",
              k,
              states.getShape(),
              count));
    }
    int end = Math.toIntExact(vectors.getShape().get(0));
    int most = Math.max(1, Math.min(k, end - 1));
    List<TopItems> tops = IntStream.range(0, count).mapToObj(i -> new TopItems(most)).toList();
    if (count > 0) {
      int block = itemsAtOnce(states, count);
      float[] row = new float[block];
      for (int from = 1; from < end; from += Math.min(block, end - from)) {
        int to = from + Math.min(block, end - from);
        try (NDManager memory = states.getManager().newSubManager()) {
          FloatBuffer scores = scores(states, vectors, from, to, memory);
          for (int i = 0; i < count; i++) {
            scores.get(i * (to - from), row, 0, to - from);
            tops.get(i).add(row, to - from, from, competing.get(i));
          }
        }
      }
    }
    return tops.stream().map(TopItems::best).toList();
  }

  private static int itemsAtOnce(NDArray states, int count) {
    int scores = states.getDevice().isGpu() ? SCORES_ON_GPU : SCORES;
    return Math.max(LEAST_ITEMS, scores / count);
  }

  private static FloatBuffer scores(
      NDArray states, NDArray vectors, int from, int to, NDManager memory) {
    NDArray block = vectors.get(new NDIndex().addSliceDim(from, to)); // (to - from, D)
    block.attach(memory); // A view lands with its array.
    NDArray scores = Linear.linear(states, block).singletonOrThrow(); // (B, to - from)
    scores.attach(memory);
    return scores.toByteBuffer(true).asFloatBuffer();
  }
}
