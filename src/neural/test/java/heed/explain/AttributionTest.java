package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.AttentionLayer.Weights;
import heed.sequence.History;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final History HISTORY = Sums.history(1, 2, 3);

  @Test
  void occlusion_is_what_each_event_added() {
    Occlusion occlusion = new Occlusion(new Dropping(new Sums(), Support.SCORE));
    assertThat(occlusion.explain(HISTORY, 4).weights()).containsExactly(4, 2, -1);
    assertThat(occlusion.explain(Sums.history(2, 2), 4).weights()).containsExactly(2, 2);
  }

  @Test
  void occlusion_of_a_probability_counts_what_the_others_gain() {
    // Scores of a, b, c, d: with event a alone (0, 1, 2, 4), with none (0, 0, 0, 0).
    double with = Math.exp(4) / (1 + Math.exp(1) + Math.exp(2) + Math.exp(4));
    History alone = Sums.history(1);
    assertThat(new Occlusion(new Dropping(new Sums(), Support.PROBABILITY)).explain(alone, 4))
        .satisfies(found -> assertThat(found.weights()[0]).isCloseTo(with - .25, within(1e-9)));
    assertThat(new Occlusion(new Dropping(new Sums(), Support.LOG_PROBABILITY)).explain(alone, 4))
        .satisfies(
            found ->
                assertThat(found.weights()[0])
                    .isCloseTo(Math.log(with) - Math.log(.25), within(1e-6)));
  }

  @Test
  void reasons_are_shares_of_what_spoke_for_the_item() {
    Attribution attribution =
        new Occlusion(new Dropping(new Sums(), Support.SCORE)).explain(HISTORY, 4);
    assertThat(attribution.shares()).containsExactly(4 / 6.0, 2 / 6.0, 0);
    assertThat(attribution.reasons(2)).hasToString("d, because of Alien (67%) and Heat (33%)");
    assertThat(attribution.reasons(1)).hasToString("d, because of Alien (67%)");
    assertThat(strengths(-1, 0, -2).reasons(3))
        .hasToString("d, though nothing in the history speaks for it");
    assertThat(strengths(1, 2, 1).reasons(3))
        .hasToString("d, because of Heat (50%), Babe (25%) and Alien (25%)");
  }

  @Test
  void the_heaviest_come_first_and_of_equal_ones_the_later() {
    assertThat(strengths(1, 3, 1).order()).containsExactly(1, 2, 0);
  }

  @Test
  void weights_that_are_not_what_they_claim_are_refused() {
    assertThatThrownBy(() -> strengths(1, 2)).hasMessageContaining("3 events and 2 weights");
    assertThatThrownBy(() -> strengths(1, Double.NaN, 2))
        .hasMessageContaining("cannot be unnormalized");
    assertThatThrownBy(() -> shares(.5, .6, 0)).hasMessageContaining("cannot be normalized");
    assertThatThrownBy(() -> shares(.5, -.1, 0)).hasMessageContaining("cannot be normalized");
    assertThat(shares(.5, .1, 0).weights()).containsExactly(.5, .1, 0);
    assertThatThrownBy(() -> new Attribution("x", HISTORY, 5, Weights.NORMALIZED, new double[3]))
        .hasMessageContaining("items are 1 to 4, asked about 5");
  }

  private static Attribution strengths(double... weights) {
    return new Attribution("x", HISTORY, 4, Weights.UNNORMALIZED, weights);
  }

  private static Attribution shares(double... weights) {
    return new Attribution("x", HISTORY, 4, Weights.NORMALIZED, weights);
  }
}
