package heed.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.explain.Attribution;
import heed.explain.Dropping;
import heed.explain.Sums;
import heed.explain.Support;
import heed.model.AttentionLayer.Weights;
import heed.recommend.Seen;
import heed.sequence.History;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events a, b, c add 4, 2 and -1 to the score of d; see {@link Sums}. */
class FaithfulnessTest {

  private static final History HISTORY = Sums.history(1, 2, 3);
  private static final Dropping SCORE = new Dropping(new Sums(), Support.SCORE);

  @Test
  void curves_take_away_and_give_back_from_the_heaviest_down() {
    Faithfulness faithfulness = Faithfulness.of(SCORE, attribution(3, 2, 1));
    assertThat(faithfulness.deletion()).containsExactly(5, 1, -1, 0);
    assertThat(faithfulness.insertion()).containsExactly(0, 4, 6, 5);
    assertThat(faithfulness.deletionArea()).isCloseTo((5 / 2.0 + 1 - 1) / 3, within(1e-12));
    assertThat(faithfulness.insertionArea()).isCloseTo((4 + 6 + 5 / 2.0) / 3, within(1e-12));
  }

  @Test
  void an_order_that_misses_what_mattered_has_more_under_deletion_and_less_under_insertion() {
    Faithfulness wrong = Faithfulness.of(SCORE, attribution(1, 2, 3));
    assertThat(wrong.deletion()).containsExactly(5, 6, 4, 0);
    assertThat(wrong.insertion()).containsExactly(0, -1, 1, 5);
    assertThat(wrong.deletionArea()).isCloseTo((5 / 2.0 + 6 + 4) / 3, within(1e-12));
    assertThat(wrong.insertionArea()).isCloseTo((-1 + 1 + 5 / 2.0) / 3, within(1e-12));
  }

  @Test
  void comprehensiveness_and_sufficiency_are_losses_without_and_with_the_heaviest_alone() {
    Faithfulness faithfulness = Faithfulness.of(SCORE, attribution(3, 2, 1));
    assertThat(faithfulness.comprehensiveness(1 / 3.0)).isEqualTo(4);
    assertThat(faithfulness.sufficiency(1 / 3.0)).isEqualTo(1);
    assertThat(faithfulness.comprehensiveness(0.5)).as("half of 3 is 2").isEqualTo(6);
    assertThat(faithfulness.sufficiency(0.5)).isEqualTo(-1);
    // 1, 5, 10 and 20% of three events are one event, 50% are two.
    assertThat(faithfulness.comprehensiveness()).isCloseTo((4 * 4 + 6) / 5.0, within(1e-12));
    assertThat(faithfulness.sufficiency()).isCloseTo((4 * 1 - 1) / 5.0, within(1e-12));
    assertThatThrownBy(() -> faithfulness.sufficiency(1.1)).hasMessageContaining("found 1.1");
  }

  @Test
  void curves_of_any_length_are_read_at_the_same_shares() {
    assertThat(Faithfulness.at(new double[] {6, 0}, 3)).containsExactly(6, 4, 2, 0);
    assertThat(Faithfulness.at(new double[] {0, 1, 2, 3, 4}, 2)).containsExactly(0, 2, 4);
  }

  @Test
  void a_counterfactual_is_the_fewest_events_that_change_the_answer() {
    // After a, b the scores are (1, 1, 2, 6): d. Without a they are (1, 0, 0, 2): still d.
    History two = Sums.history(1, 2);
    assertThat(counterfactual(two, Seen.KEPT, 1))
        .hasToString("the answer stays d without any one event");
    // After a, a, b, d they are (2, 5, 4, 10). Without a, a: (2, 3, 0, 2), b, and d is far off.
    // Without a, b: (1, 4, 2, 4), b by number, and d is level. Without any one event: d.
    Counterfactual both = counterfactual(Sums.history(1, 1, 2, 4), Seen.KEPT, 2);
    assertThat(both.without().orElseThrow().events()).containsExactly(0, 1);
    assertThat(both).hasToString("without Alien and Alien the answer would be Heat instead of d");
    // After a, d the scores are (1, 4, 2, 4): b by number. Without d it is d.
    Counterfactual one = counterfactual(Sums.history(1, 4), Seen.KEPT, 2);
    assertThat(one).hasToString("without d the answer would be d instead of Heat");
    assertThat(counterfactual(Sums.history(1, 4), Seen.EXCLUDED, 2))
        .as("what was dropped stays seen")
        .hasToString("without d the answer would be Babe instead of Heat");
  }

  private static Counterfactual counterfactual(History history, Seen seen, int most) {
    return Counterfactual.of(new Sums(), history, seen, most);
  }

  @Test
  void agreement_is_kendalls_tau() {
    // scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]) and of the two below it.
    assertThat(RankAgreement.tau(new double[] {12, 2, 1, 12, 2}, new double[] {1, 4, 7, 1, 0}))
        .isCloseTo(-0.47140452079103173, within(1e-12));
    assertThat(RankAgreement.tau(new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 3}))
        .isCloseTo(4 / 6.0, within(1e-12));
    assertThat(RankAgreement.tau(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    RankAgreement same =
        RankAgreement.of(
            List.of(attribution(3, 2, 1), attribution(1, 2, 3)),
            List.of(attribution(3, 2, 1), attribution(3, 2, 1)));
    assertThat(same.tau()).isCloseTo(0, within(1e-12));
    assertThat(same.sameTop()).isEqualTo(0.5);
  }

  private static Attribution attribution(double... weights) {
    return new Attribution("x", HISTORY, 4, Weights.UNNORMALIZED, weights);
  }
}
