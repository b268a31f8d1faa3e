package heed.contract.attention;

import static heed.contract.attention.Tensors.numbers;
import static heed.contract.attention.Tensors.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import heed.attention.scoring.Scoring;
import heed.layer.Parameters;
import org.junit.jupiter.api.Test;

/**
 * What every scoring must show: a finite score for each pair that depends on that pair alone, a
 * gradient for both sides, and nothing left in the memory of its parameters.
 */
public interface ScoringContract {

  /**
   * The scoring that is held to this, for queries and keys of {@code width} numbers.
   *
   * @param parameters where it draws what it learns, if anything
   */
  Scoring scoring(Parameters parameters, int width);

  @Test
  default void every_query_has_a_score_for_every_key() {
    with(
        (step, scoring) -> {
          NDArray scores = scoring.of(queries(step, 5), keys(step, 5));
          assertThat(scores.getShape()).isEqualTo(new Shape(2, 2, 5, 5));
          assertThat(scores.getManager()).as("memory of the scores").isSameAs(step);
          return scores;
        });
  }

  @Test
  default void a_score_is_finite_and_depends_on_no_other_key() {
    float[] all = with((step, scoring) -> scoring.of(queries(step, 5), keys(step, 5)));
    float[] changed =
        with(
            (step, scoring) -> {
              NDArray keys = keys(step, 5).get(":, :, :4").concat(random(step, 9, 2, 2, 1, 4), 2);
              return scoring.of(queries(step, 5), keys); // (2, 2, 5, 5)
            });
    for (int pair = 0; pair < all.length; pair++) {
      assertThat(all[pair]).isFinite();
      if (pair % 5 != 4) {
        assertThat(changed[pair]).isCloseTo(all[pair], within(1e-5f));
      }
    }
    assertThat(changed).isNotEqualTo(all);
  }

  @Test
  default void both_sides_get_a_gradient_that_is_a_number_even_at_zero() {
    try (NDManager step = NDManager.newBaseManager();
        Parameters parameters = new Parameters(step, 3);
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray queries = queries(step, 3);
      NDArray keys = keys(step, 3).concat(step.zeros(new Shape(2, 2, 1, 4)), 2); // (2, 2, 4, 4)
      queries.setRequiresGradient(true);
      keys.setRequiresGradient(true);
      NDArray weights = random(step, 5, 2, 2, 3, 4);
      collector.backward(scoring(parameters, 4).of(queries, keys).mul(weights).sum());
      for (NDArray side : new NDArray[] {queries, keys}) {
        float[] gradient = side.getGradient().toFloatArray();
        assertThat(gradient).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
        assertThat(gradient).as("not all zero").isNotEqualTo(new float[gradient.length]);
      }
    }
  }

  @Test
  default void scoring_leaves_nothing_in_the_memory_of_its_parameters() {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 3)) {
      Scoring scoring = scoring(parameters, 4);
      manager.cap(); // From here on, an array attached to it is an error.
      numbers(manager, step -> scoring.of(queries(step, 3), keys(step, 5)));
      LeftArrays.assertNone(parameters.arrays());
    }
  }

  /** What a scoring makes of queries and keys. */
  @FunctionalInterface
  interface Work {
    NDArray of(NDManager step, Scoring scoring);
  }

  private float[] with(Work work) {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 3)) {
      Scoring scoring = scoring(parameters, 4);
      return numbers(manager, step -> work.of(step, scoring));
    }
  }

  private static NDArray queries(NDManager step, int queries) {
    return random(step, 1, 2, 2, queries, 4);
  }

  private static NDArray keys(NDManager step, int keys) {
    return random(step, 2, 2, 2, keys, 4);
  }
}
