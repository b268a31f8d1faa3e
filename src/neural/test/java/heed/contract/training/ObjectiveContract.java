package heed.contract.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.Inference;
import heed.training.objective.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every objective must show: its gradient is that of its loss, it is a mean over the targets,
 * it stays finite, it leaves no native array behind, and it says no less than it needs.
 */
public interface ObjectiveContract {

  /**
   * The objective that is held to this; its sampler draws over a catalogue of ten items or more, of
   * which no history holds more than three.
   */
  Objective objective();

  @Test
  default void the_gradient_is_that_of_the_loss() {
    LossCase some = LossCase.of(objective(), 4, 10, 3);
    float[][] gradients = some.gradients(); // of the states, of the item vectors
    float[][] differences = some.differences(1e-2f);
    for (int of = 0; of < 2; of++) {
      assertThat(gradients[of])
          .as(of == 0 ? "of the states" : "of the item vectors")
          .containsExactly(differences[of], within(2e-3f));
    }
  }

  @Test
  default void the_loss_is_the_mean_over_the_targets() {
    LossCase whole = LossCase.of(objective(), 6, 12, 4);
    List<LossCase> single = whole.targetByTarget();
    double sum = single.stream().mapToDouble(LossCase::loss).sum();
    assertThat((double) whole.loss()).isCloseTo(sum / 6, within(1e-4));
  }

  @Test
  default void scores_far_apart_give_a_finite_loss_and_a_finite_gradient() {
    LossCase far = LossCase.of(objective(), 4, 10, 3).times(1_000);
    assertThat(far.loss()).isFinite();
    for (float[] gradient : far.gradients()) {
      for (float number : gradient) {
        assertThat(number).isFinite();
      }
    }
  }

  @Test
  default void a_step_downhill_lowers_the_loss() {
    LossCase some = LossCase.of(objective(), 4, 10, 3);
    assertThat(some.downhill(0.05f).loss()).isLessThan(some.loss());
  }

  @Test
  default void the_loss_lies_in_the_memory_of_the_states_and_nothing_beside_the_item_vectors() {
    LossCase some = LossCase.of(objective(), 4, 10, 3);
    try (NDManager manager = NDManager.newBaseManager();
        NDManager parameters = manager.newSubManager()) {
      NDArray vectors = some.vectors(parameters);
      vectors.setRequiresGradient(true);
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        try (NDManager step = manager.newSubManager();
            GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray states = some.states(step);
          states.setRequiresGradient(true);
          NDArray loss = objective().loss(states, vectors, some.targets(step), some.negatives());
          assertThat(loss.getManager()).as("where the loss lies").isSameAs(step);
          assertThat(loss.getShape().dimension()).as("axes of the loss").isZero();
          collector.backward(loss);
        }
      }
      assertThat(parameters.getManagedArrays())
          .as("where the item vectors are the first operand, the result lands beside them")
          .hasSize(1);
    }
  }

  /** Within a factor of two, since views of other arrays are found, too, and take no memory. */
  @Test
  default void it_needs_about_as_many_numbers_as_it_says_and_not_more() {
    int targets = 64;
    int items = 500;
    int width = 16;
    LossCase large = LossCase.of(objective(), targets, items, width);
    try (NDManager manager = NDManager.newBaseManager()) {
      long held =
          Inference.run(
              manager,
              step -> {
                List<NDArray> given =
                    List.of(large.states(step), large.vectors(step), large.targets(step));
                objective().loss(given.get(0), given.get(1), given.get(2), large.negatives());
                return step.getManagedArrays().stream()
                    .filter(array -> given.stream().noneMatch(one -> one == array))
                    .mapToLong(NDArray::size)
                    .sum();
              });
      assertThat(2 * objective().numbers(targets, items, width, Device.cpu()))
          .as("twice the numbers at the peak, of which %,d were found at the end of the loss", held)
          .isGreaterThanOrEqualTo(held);
    }
  }

  @Test
  default void what_says_that_it_is_sparse_needs_the_vectors_of_its_batch_only() {
    LossCase whole = LossCase.of(objective(), 4, 40, 3);
    if (objective().sparse()) {
      assertThat(whole.ofItsItemsOnly().loss()).isCloseTo(whole.loss(), within(1e-5f));
    } else {
      assertThat(objective().name()).isNotBlank();
    }
  }
}
