package heed.attention;

import static heed.attention.Tensor.numbers;
import static heed.attention.Tensor.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.layer.Dropout;
import heed.layer.Parameters;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Attention over sessions and their events, by masks. */
class SessionAttentionTest {

  private static final float HIDDEN = Float.NEGATIVE_INFINITY;

  /** Two events, a pause, one event, a pause, two events. */
  private static final long[] TIMES = {1_000, 1_060, 9_000, 20_000, 20_060};

  @Test
  void a_pause_longer_than_the_gap_parts_and_one_as_long_does_not() {
    float[] places =
        numbers(step -> asFloats(Sessions.of(times(step, 0, 600, 1_201, 1_202), 600).places()));
    assertThat(places).containsExactly(0, 1, 0, 1);
  }

  @Test
  void each_query_sees_its_own_session_and_the_end_of_each_before() {
    float[] within = numbers(step -> Sessions.of(times(step, TIMES), 600).within());
    assertThat(row(within, 4)).containsExactly(HIDDEN, HIDDEN, HIDDEN, 0, 0);
    assertThat(row(within, 1)).containsExactly(0, 0, HIDDEN, HIDDEN, HIDDEN);
    float[] ends = numbers(step -> Sessions.of(times(step, TIMES), 600).ends());
    assertThat(row(ends, 4)).containsExactly(HIDDEN, 0, 0, HIDDEN, 0);
    assertThat(row(ends, 3)).containsExactly(HIDDEN, 0, 0, 0, HIDDEN);
    assertThat(row(ends, 0)).containsExactly(0, HIDDEN, HIDDEN, HIDDEN, HIDDEN);
    float[] apart = numbers(step -> asFloats(Sessions.of(times(step, TIMES), 600).apart()));
    assertThat(row(apart, 4)).containsExactly(2, 2, 1, 0, 0);
  }

  @Test
  void untimed_events_are_one_session_and_padding_opens_none() {
    long now = Long.MAX_VALUE;
    float[] apart = numbers(step -> asFloats(Sessions.of(times(step, now, now, 0), 600).apart()));
    assertThat(apart).containsOnly(0);
  }

  @Test
  void shares_within_each_session_sum_to_one_and_follow_the_scores() {
    // Scores of ln 3 and 0: three quarters and a quarter; a session's only event has all of it.
    float third = (float) Math.log(3);
    float[] shares =
        numbers(
            step -> {
              NDArray alike = step.create(new float[] {third, 0, 5, 0, 0}); // for every query
              NDArray scores = alike.broadcast(new Shape(1, 1, 5, 5));
              return SessionAttention.shareWithin(scores, Sessions.of(times(step, TIMES), 600));
            });
    assertThat(row(shares, 4))
        .containsExactly(new float[] {.75f, .25f, 1, .5f, .5f}, within(1e-6f));
    assertThat(row(shares, 3)).containsExactly(new float[] {.75f, .25f, 1, 1, 0}, within(1e-6f));
    assertThat(row(shares, 0)).containsExactly(1, 0, 0, 0, 0);
  }

  @Test
  void a_session_of_poor_events_only_keeps_shares_that_are_numbers() {
    float[] shares =
        numbers(
            step -> {
              NDArray scores =
                  step.create(new float[] {-500, -500, 500, 0, 0}).broadcast(new Shape(1, 1, 5, 5));
              return SessionAttention.shareWithin(scores, Sessions.of(times(step, TIMES), 600));
            });
    assertThat(row(shares, 4)).containsExactly(new float[] {.5f, .5f, 1, .5f, .5f}, within(1e-6f));
  }

  @Test
  void a_score_of_the_future_changes_no_share_of_the_past() {
    float[] shares =
        numbers(
            step -> {
              float[] scores = new float[25];
              scores[1 * 5 + 4] = 1_000; // Query 1 would like event 4, which comes later.
              scores[1 * 5 + 1] = 1;
              return SessionAttention.shareWithin(
                  step.create(scores, new Shape(1, 1, 5, 5)), Sessions.of(times(step, TIMES), 600));
            });
    assertThat(shares[5]).isCloseTo(1 / (1 + (float) Math.E), within(1e-6f));
  }

  @Test
  void given_the_same_scores_the_last_event_weighs_as_the_laid_out_form_does() {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 3)) {
      HierarchicalAttention laidOut = HierarchicalAttention.create(parameters, "p", 4, 6);
      NDArray x = random(manager, 1, 1, 5, 4); // (1, L, D)
      NDArray sessions = inSessions(manager, x);
      NDArray eventMask = PaddingMask.of(manager, new int[] {2, 1, 2}, 2); // (S, 1, 1, E)
      HierarchicalAttention.Levels levels =
          laidOut.attend(sessions, eventMask, NoMask.of(manager), Dropout.NONE);

      AttentionPooling pool = laidOut.events();
      NDArray asked = pool.hidden().apply(x).tanh().matMul(pool.context().transpose()); // (1, L, 1)
      NDArray scores = asked.swapAxes(1, 2).expandDims(1).broadcast(new Shape(1, 1, 5, 5));
      Sessions parted = Sessions.of(times(manager, TIMES), 600);
      NDArray shares = SessionAttention.shareWithin(scores, parted);
      float[] of = levels.sessions().toFloatArray(); // (1, S)
      NDArray atEnds = manager.create(new float[] {0, of[0], of[1], 0, of[2]});
      NDArray over = SessionAttention.over(atEnds.broadcast(new Shape(1, 1, 5, 5)), parted.same());
      float[] masked = row(shares.mul(over).toFloatArray(), 4);

      float[] overall = levels.overall().toFloatArray(); // (1, S, E), with one gap
      assertThat(masked)
          .containsExactly(
              new float[] {overall[0], overall[1], overall[2], overall[4], overall[5]},
              within(1e-6f));
    }
  }

  /** (1, 5, D) as (1, 3 sessions, 2 events, D), the second session padded. */
  private static NDArray inSessions(NDManager manager, NDArray x) {
    NDArray none = manager.zeros(new Shape(1, 1, 4));
    return x.get(":, :3").concat(none, 1).concat(x.get(":, 3:"), 1).reshape(1, 3, 2, 4);
  }

  private static NDArray times(NDManager step, long... times) {
    return step.create(times, new Shape(1, times.length));
  }

  private static NDArray asFloats(NDArray numbers) {
    return numbers.toType(ai.djl.ndarray.types.DataType.FLOAT32, false);
  }

  private static float[] row(float[] square, int row) {
    int length = (int) Math.sqrt(square.length);
    return Arrays.copyOfRange(square, row * length, (row + 1) * length);
  }
}
