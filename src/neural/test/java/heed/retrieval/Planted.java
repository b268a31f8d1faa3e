package heed.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.recommend.BestItems;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Small whole numbers: sums are exact in any order, and a third of all scores are ties. */
record Planted(int[][] states, int[][] vectors) {

  static Planted of(int seed, int items, int width, int count) {
    Random random = new Random(seed);
    return new Planted(drawn(random, count, width), drawn(random, items + 1, width));
  }

  private static int[][] drawn(Random random, int rows, int width) {
    return IntStream.range(0, rows)
        .mapToObj(row -> random.ints(width, -2, 3).toArray())
        .toArray(int[][]::new);
  }

  /** Every item that competes, ranked by all scores at once. */
  List<Integer> ranked(int state, int k, IntPredicate competes) {
    return IntStream.range(1, vectors.length)
        .filter(competes)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer item) -> -score(state, item))
                .thenComparingInt(item -> item))
        .limit(k)
        .toList();
  }

  int score(int state, int item) {
    return IntStream.range(0, vectors[0].length)
        .map(d -> states[state][d] * vectors[item][d])
        .sum();
  }

  List<BestItems> found(int k, List<IntPredicate> competing) {
    return asked((states, vectors) -> ExactScan.best(states, vectors, k, competing));
  }

  /** Asks something of the states and the vectors. */
  <T> T asked(BiFunction<NDArray, NDArray, T> ask) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return Inference.run(manager, step -> ask.apply(array(step, states), array(step, vectors)));
    }
  }

  private static NDArray array(NDManager manager, int[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return manager.create(flat).reshape(rows.length, rows[0].length);
  }
}
