package heed.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.recommend.BestItems;
import heed.retrieval.QuantizedScan.Found;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedScanTest {

  private static List<Found> found(
      NDArray states, NDArray vectors, int k, List<IntPredicate> competing, int candidates) {
    try (NDManager manager = NDManager.newBaseManager();
        QuantizedScan scan = QuantizedScan.of(vectors, manager).orElseThrow()) {
      return scan.best(states, vectors, k, competing, candidates);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void it_equals_the_exact_scan_to_the_last_tie_however_few_the_candidates(int seed) {
    Random random = new Random(seed);
    int count = 1 + random.nextInt(40);
    int k = 1 + random.nextInt(20);
    int left = random.nextInt(5);
    Planted planted = Planted.of(seed, 1 + random.nextInt(70_000), 1 + random.nextInt(70), count);
    List<IntPredicate> competing = Collections.nCopies(count, item -> item % 5 >= left);
    List<BestItems> expected = planted.found(k, competing);
    for (int candidates : new int[] {k, 10 * k, 1_000}) {
      List<Found> found =
          planted.asked((states, vectors) -> found(states, vectors, k, competing, candidates));
      assertThat(found).extracting(Found::best).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void what_is_proven_is_what_an_exact_scan_finds(int seed) {
    // Products of 64 random floats: no ties, and bounds that matter.
    try (NDManager manager = NDManager.newBaseManager()) {
      int proven =
          Inference.run(
              manager,
              step -> {
                Random random = new Random(seed);
                NDArray states = gaussian(random, 20, 1, step);
                NDArray vectors = gaussian(random, 20_001, seed, step);
                List<IntPredicate> competing = Collections.nCopies(20, item -> true);
                List<Found> found = found(states, vectors, 10, competing, 100);
                List<BestItems> exact = ExactScan.best(states, vectors, 10, competing);
                for (int i = 0; i < 20; i++) {
                  assertThat(found.get(i).best().items()).isEqualTo(exact.get(i).items());
                }
                return (int) found.stream().filter(Found::proven).count();
              });
      assertThat(proven).as("of 20 states").isGreaterThan(10);
    }
  }

  @Test
  void the_first_pass_never_ranks_an_item_below_what_it_has() {
    // One candidate for each place proves nothing here but by luck: all vectors are alike.
    Planted alike = new Planted(new int[][] {{1, 1}}, new int[][] {{0, 0}, {1, 2}, {1, 2}, {1, 2}});
    List<IntPredicate> all = List.of(item -> true);
    Found found = alike.asked((states, vectors) -> found(states, vectors, 2, all, 2)).get(0);
    assertThat(found.proven()).isFalse();
    assertThat(found.best().items()).containsExactly(1, 2);
  }

  @Test
  void vectors_of_zeros_and_of_very_different_lengths_are_found_alike() {
    Planted lengths =
        new Planted(
            new int[][] {{1, 1}, {-1, 3}},
            new int[][] {{0, 0}, {0, 0}, {100_000, -99_999}, {1, 0}, {0, 1}, {-7, 100}});
    List<IntPredicate> all = Collections.nCopies(2, item -> true);
    List<Found> found = lengths.asked((states, vectors) -> found(states, vectors, 3, all, 3));
    assertThat(found).extracting(Found::best).isEqualTo(lengths.found(3, all));
  }

  private static NDArray gaussian(Random random, int rows, int spread, NDManager step) {
    float[] flat = new float[rows * 64];
    for (int row = 0; row < rows; row++) {
      double length = Math.exp(random.nextGaussian() * spread / 10);
      for (int d = 0; d < 64; d++) {
        flat[row * 64 + d] = (float) (length * random.nextGaussian());
      }
    }
    return step.create(flat).reshape(rows, 64);
  }
}
