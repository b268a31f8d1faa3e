package heed.attention;

import static heed.attention.Tensor.numbers;
import static heed.attention.Tensor.random;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** Routing by agreement. The networks that use it are held against PyTorch. */
class DynamicRoutingTest {

  @Test
  void one_event_between_two_interests_that_hear_the_same_goes_half_to_each() {
    // Half of (3, 4) is (1.5, 2), of length 2.5; squashed to 6.25 / 7.25 in the same direction.
    float[] interests =
        numbers(
            step ->
                new DynamicRouting(3)
                    .route(votes(step, row(3, 4)), zeros(step, 1), CausalMask.of(step, 1))
                    .states());
    float length = 6.25f / 7.25f;
    assertThat(interests)
        .containsExactly(row(.6 * length, .8 * length, .6 * length, .8 * length), within(1e-6f));
  }

  @Test
  void events_that_vote_alike_end_up_in_the_same_interest() {
    float[] shares =
        numbers(
            step ->
                new DynamicRouting(8)
                    .route(
                        votes(step, row(4, 0), row(0, 4), row(4, 0.2), row(0.2, 4)),
                        step.create(new float[] {.1f, 0, 0, 0, 0, .1f, 0, 0}, leanings(4)),
                        NoMask.of(step))
                    .weights()); // (1, 2, 1, 4)
    for (int event = 0; event < 4; event++) {
      assertThat(shares[event]).as("event %d", event).isCloseTo(1 - event % 2, within(0.05f));
      assertThat(shares[event] + shares[4 + event]).isCloseTo(1, within(1e-6f));
    }
  }

  @Test
  void each_position_routes_as_if_its_prefix_were_all_there_is() {
    float[] all = numbers(step -> routed(step, 5)); // (2, 3, 5, 4)
    for (int length = 1; length <= 5; length++) {
      int prefix = length;
      float[] alone = numbers(step -> routed(step, prefix)); // (2, 3, length, 4)
      for (int interest = 0; interest < 6; interest++) {
        for (int i = 0; i < 4; i++) {
          float whole = all[(interest * 5 + length - 1) * 4 + i];
          assertThat(alone[(interest * length + length - 1) * 4 + i])
              .isCloseTo(whole, within(1e-6f));
        }
      }
    }
  }

  private static NDArray routed(NDManager step, int length) {
    NDArray votes = random(step, 1, 2, 3, 5, 4).get(":, :, :{}", length); // (2, 3, length, 4)
    return new DynamicRouting(3)
        .route(votes, zeros(step, length), CausalMask.of(step, length))
        .states();
  }

  @Test
  void an_interest_is_shorter_than_one_however_much_it_holds_and_nothing_stays_nothing() {
    float[] squashed =
        numbers(
            step -> DynamicRouting.squash(step.create(new float[][] {{0, 0}, {3, 4}, {600, 800}})));
    assertThat(squashed)
        .containsExactly(
            row(0, 0, .6 * 25 / 26, .8 * 25 / 26, .6 * 1e6 / 1000001, .8 * 1e6 / 1000001),
            within(1e-6f));
  }

  @Test
  void no_iterations_are_refused() {
    assertThatThrownBy(() -> new DynamicRouting(0)).hasMessageContaining("found 0");
  }

  /** The same for two interests: (1, 2, L, 2). */
  private static NDArray votes(NDManager step, float[]... events) {
    return step.create(events).reshape(1, 1, events.length, 2).repeat(1, 2);
  }

  private static NDArray zeros(NDManager step, int length) {
    return step.zeros(new Shape(1, 1, 1, length));
  }

  private static Shape leanings(int events) {
    return new Shape(1, 2, 1, events);
  }
}
