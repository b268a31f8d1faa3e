package heed.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.recommend.BestItems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactScanTest {

  /** Small whole numbers: sums are exact in any order, and a third of all scores are ties. */
  private record Planted(int[][] states, int[][] vectors) {

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
      try (NDManager manager = NDManager.newBaseManager()) {
        return Inference.run(
            manager,
            step -> ExactScan.best(array(step, states), array(step, vectors), k, competing));
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_equals_the_ranking_of_all_scores_to_the_last_tie(int seed) {
    Random random = new Random(100 + seed);
    int items = 1 + random.nextInt(40_000);
    int count = 1 + random.nextInt(70);
    int k = 1 + random.nextInt(30);
    Planted planted = Planted.of(seed, items, 1 + random.nextInt(9), count);
    List<IntPredicate> competing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int left = random.nextInt(5);
      competing.add(item -> item % 5 >= left); // From all to a fifth of them.
    }
    List<BestItems> found = planted.found(k, competing);
    for (int state = 0; state < count; state++) {
      int[] expected =
          planted.ranked(state, k, competing.get(state)).stream().mapToInt(i -> i).toArray();
      assertThat(found.get(state).items()).isEqualTo(expected);
      for (int place = 0; place < expected.length; place++) {
        assertThat(found.get(state).score(place)).isEqualTo(planted.score(state, expected[place]));
      }
    }
  }

  @Test
  void padding_is_never_found_and_who_does_not_compete_takes_no_place() {
    Planted planted = new Planted(new int[][] {{1}}, new int[][] {{9}, {1}, {3}, {2}});
    assertThat(planted.found(5, List.of(item -> item != 2)).get(0).items()).containsExactly(3, 1);
  }

  @Test
  void of_an_empty_catalogue_and_of_no_states_nothing_is_found() {
    assertThat(new Planted(new int[][] {{1}}, new int[][] {{9}}).found(2, List.of(item -> true)))
        .containsExactly(new BestItems(new int[0], new float[0]));
    Planted planted = Planted.of(1, 5, 2, 1);
    assertThatThrownBy(() -> planted.found(2, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("which items compete for each");
  }
}
