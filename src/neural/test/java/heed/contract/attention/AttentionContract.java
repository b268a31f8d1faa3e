package heed.contract.attention;

import static heed.contract.attention.Tensors.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.Attention;
import heed.attention.CausalMask;
import heed.attention.NoMask;
import heed.attention.PaddingMask;
import heed.batch.Inference;
import heed.layer.Dropout;
import heed.layer.Parameters;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What every kind of attention must show: states are the weighted values, and masks are obeyed. */
public interface AttentionContract {

  /** Positions of a history, enough for two blocks of the linear kind. */
  int LENGTH = 70;

  /**
   * The kind that is held to this, for (B, H, L, 4).
   *
   * @param parameters where it draws what it learns, if anything
   */
  Attention kind(Parameters parameters);

  /**
   * How it is kept from seeing what comes later, for L positions; {@link NoMask} if it never is.
   */
  default NDArray past(NDManager step, int length) {
    return CausalMask.of(step, length);
  }

  /** Whether it can be told to look at the past only; a sum over all keys cannot. */
  default boolean canLookBack() {
    return true;
  }

  /** Whether a state depends on which keys there are and not on how many stand behind the query. */
  default boolean ignoresPlaces() {
    return true;
  }

  @Test
  default void states_are_the_weighted_values() {
    float[][] both =
        run(
            (step, kind) -> {
              Attended attended = attend(kind, step, LENGTH, 0, NoMask.of(step));
              NDArray weighted = attended.weights().matMul(random(step, 3, 2, 2, LENGTH, 4));
              return new NDArray[] {attended.states(), weighted};
            });
    assertThat(both[0]).containsExactly(both[1], within(1e-4f));
  }

  @Test
  default void under_a_causal_mask_the_future_does_not_change_the_past() {
    if (!canLookBack()) {
      return;
    }
    int past = LENGTH - 3;
    float[][] states =
        run(
            (step, kind) -> {
              NDArray one = attend(kind, step, LENGTH, 0, past(step, LENGTH)).states();
              NDArray other = attend(kind, step, LENGTH, 3, past(step, LENGTH)).states();
              return new NDArray[] {
                one.get(":, :, :{}", past), other.get(":, :, :{}", past), one, other
              };
            });
    assertThat(states[0]).containsExactly(states[1], within(1e-5f));
    assertThat(states[2]).as("the future itself").isNotEqualTo(states[3]);
  }

  @Test
  default void hidden_keys_get_no_weight_and_might_as_well_not_be_there() {
    float[][] states =
        run(
            (step, kind) -> {
              int[] lengths = {LENGTH - 5, LENGTH - 5};
              NDArray padded = PaddingMask.of(step, lengths, LENGTH);
              Attended beside = attend(kind, step, LENGTH, 5, padded);
              Attended alone = attend(kind, step, LENGTH - 5, 0, NoMask.of(step));
              return new NDArray[] {
                beside.states().get(":, :, :{}", LENGTH - 5),
                alone.states(),
                beside.weights().get("..., {}:", LENGTH - 5)
              };
            });
    if (ignoresPlaces()) {
      assertThat(states[0]).containsExactly(states[1], within(1e-5f));
    }
    assertThat(states[2]).containsOnly(0);
  }

  @Test
  default void attending_leaves_nothing_in_the_memory_of_the_parameters() {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 3)) {
      Attention kind = kind(parameters);
      manager.cap(); // From here on, an array attached to it is an error.
      Inference.run(
          manager, step -> attend(kind, step, LENGTH, 0, NoMask.of(step)).weights().toFloatArray());
      LeftArrays.assertNone(parameters.arrays());
    }
  }

  /** Two rows and heads of width 4; the last {@code other} positions differ from those at 0. */
  private static Attended attend(
      Attention kind, NDManager step, int length, int other, NDArray bias) {
    return kind.attend(
        changed(step, 1, length, other),
        changed(step, 2, length, other),
        changed(step, 3, length, other),
        bias,
        Dropout.NONE);
  }

  private static NDArray changed(NDManager step, long seed, int length, int other) {
    NDArray same = random(step, seed, 2, 2, LENGTH, 4).get(":, :, :{}", length - other);
    return other == 0 ? same : same.concat(random(step, seed + 9, 2, 2, other, 4), 2);
  }

  private float[][] run(BiFunction<NDManager, Attention, NDArray[]> work) {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 3)) {
      Attention kind = kind(parameters);
      return Inference.run(
          manager,
          step ->
              Arrays.stream(work.apply(step, kind))
                  .map(NDArray::toFloatArray)
                  .toArray(float[][]::new));
    }
  }
}
