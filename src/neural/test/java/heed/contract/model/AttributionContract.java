package heed.contract.model;

import static heed.contract.model.FreshNetwork.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.ItemMasking;
import heed.sequence.History;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every network must show so that its recommendations can be explained: it hears how far each
 * item is there, by {@link heed.model.Events#vectors}, or refuses to be asked.
 */
public interface AttributionContract extends NetworkUnderTest {

  /** Whether items can be hidden by scaling their vectors; else the network must refuse it. */
  default boolean hearsPresence() {
    return true;
  }

  @Test
  default void an_item_that_is_hidden_counts_as_if_its_vector_were_zero() {
    History history = history(3, 1, 4, 9, 26);
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      ItemMasking masked = fresh.recommender().masked(history);
      if (!hearsPresence()) {
        assertRefused(masked);
        return;
      }
      float[] hidden = masked.scores(new float[][] {{1, 1, 1, 0, 1}})[0];
      withoutVectorOf(9, fresh);
      float[] zero = fresh.scores(history);
      hidden[9] = 0; // Its own score is made from the vector that is gone.
      assertThat(Arrays.copyOfRange(hidden, 1, 31))
          .containsExactly(Arrays.copyOfRange(zero, 1, 31), within(1e-5f));
    }
  }

  private static void withoutVectorOf(int item, FreshNetwork fresh) {
    Map<String, float[]> values = fresh.network().parameters().values();
    Set<String> tables = fresh.network().parameters().tables().keySet();
    for (String name : tables) {
      long[] shape = fresh.network().parameters().shapes().get(name); // (rows, D)
      int width = Math.toIntExact(shape[1]);
      if (shape[0] > FreshNetwork.ITEMS) {
        Arrays.fill(values.get(name), item * width, (item + 1) * width, 0);
      }
    }
    fresh.network().parameters().set(values);
  }

  @Test
  default void what_is_wholly_there_scores_as_if_nobody_had_asked() {
    History history = history(3, 1, 4, 9, 26);
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      ItemMasking masked = fresh.recommender().masked(history);
      if (hearsPresence()) {
        assertThat(masked.scores(new float[][] {{1, 1, 1, 1, 1}})[0])
            .containsExactly(fresh.scores(history), within(1e-5f));
      } else {
        assertRefused(masked);
      }
    }
  }

  @Test
  default void every_event_that_matters_has_a_slope_and_one_does_matter() {
    History history = history(3, 1, 4, 9, 26);
    int target = 7;
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      ItemMasking masked = fresh.recommender().masked(history);
      float[][] all = {{1, 1, 1, 1, 1}};
      if (!hearsPresence()) {
        assertThatThrownBy(() -> masked.slopes(all, scores -> scores.get(":, {}", target)))
            .hasMessageContaining("Dropping");
        return;
      }
      float[] slopes = masked.slopes(all, scores -> scores.get(":, {}", target))[0];
      float[][] scores = masked.scores(eachHidden(5));
      float whole = fresh.scores(history)[target];
      int[] mattering =
          IntStream.range(0, 5)
              .filter(event -> Math.abs(scores[event][target] - whole) > 1e-5)
              .toArray();
      assertThat(mattering).as("events that change the score when hidden").isNotEmpty();
      for (int event : mattering) {
        assertThat(slopes[event]).as("slope of event %d", event).isNotZero();
      }
    }
  }

  private static float[][] eachHidden(int events) {
    float[][] presence = new float[events][events];
    for (int event = 0; event < events; event++) {
      Arrays.fill(presence[event], 1);
      presence[event][event] = 0;
    }
    return presence;
  }

  private static void assertRefused(ItemMasking masked) {
    assertThatThrownBy(() -> masked.scores(new float[][] {{1, 1, 1, 0, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Dropping");
  }
}
