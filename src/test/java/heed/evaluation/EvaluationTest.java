package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Catalogue FOUR = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());

  private static final Holdout HOLDOUT =
      Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 4)), 3, 2);

  @Test
  void metrics_equal_values_by_hand() {
    int[] ranks = {1, 3, 11};
    assertThat(Metrics.hitRate(ranks, 10)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(Metrics.hitRate(ranks, 2)).isCloseTo(1 / 3.0, within(1e-12));
    // 1 / log2(2) = 1, 1 / log2(4) = 0.5, beyond the cut 0.
    assertThat(Metrics.ndcg(ranks, 10)).isCloseTo(1.5 / 3, within(1e-12));
    assertThat(Metrics.meanReciprocalRank(ranks))
        .isCloseTo((1 + 1 / 3.0 + 1 / 11.0) / 3, within(1e-12));
    assertThat(Score.of("any", ranks).medianRank()).isEqualTo(3);
    assertThat(Score.of("any", new int[] {1, 2, 3, 10}).medianRank()).isEqualTo(2.5);
  }

  @Test
  void ties_count_against_the_target() {
    boolean[] none = new boolean[5];
    assertThat(Metrics.rank(new float[] {9, 1, 1, 1, 1}, 2, none)).isEqualTo(4);
    assertThat(Metrics.rank(new float[] {9, 1, 2, 1, 1}, 2, none)).isEqualTo(1);
    assertThat(Metrics.rank(new float[] {9, 3, 2, 2, 1}, 2, none)).isEqualTo(3);
  }

  @Test
  void a_score_that_is_no_number_ranks_last() {
    boolean[] none = new boolean[4];
    assertThat(Metrics.rank(new float[] {0, Float.NaN, 1, 0}, 1, none)).isEqualTo(3);
    assertThat(Metrics.rank(new float[] {0, Float.NaN, 1, 0}, 2, none)).isEqualTo(1);
  }

  @Test
  void seen_items_do_not_compete_unless_kept() {
    Recommender likesSeen = fake(new float[] {0, 9, 5, 5, 8});
    // First question: 1 is seen, 4 scores above the target 3, and 2 ties with it.
    assertThat(Evaluation.of(HOLDOUT).ranks(likesSeen)).containsExactly(3, 3);
    assertThat(Evaluation.of(HOLDOUT).withSeen(Seen.KEPT).ranks(likesSeen)).containsExactly(4, 4);
  }

  @Test
  void an_oracle_reaches_one_and_a_constant_does_not() {
    Recommender oracle = fake(new float[] {0, 0, 1, 1, 0});
    Holdout one = Holdout.of(List.of(History.untimed(FOUR, 2)), 3);
    assertThat(Evaluation.of(one).ndcg(10).applyAsDouble(oracle)).isEqualTo(1);
    assertThat(Evaluation.of(one).ranks(fake(new float[5]))).containsExactly(3);
  }

  @Test
  void a_report_sets_recommenders_side_by_side() {
    Report report = Evaluation.of(HOLDOUT).compare(fake(new float[5]), fake(new float[5]));
    assertThat(report.scores()).hasSize(2);
    assertThat(report.toString()).contains("2 questions", "seen items left out", "fake");
  }

  @Test
  void a_recommender_of_another_catalogue_is_refused() {
    Catalogue other = Catalogue.of(List.of("x"), Map.of());
    Recommender stranger = new Fake(other, new float[2]);
    assertThatThrownBy(() -> Evaluation.of(HOLDOUT).ranks(stranger))
        .hasMessageContaining("knows another catalogue (1 items) than the holdout (4 items)");
  }

  private static Recommender fake(float[] scores) {
    return new Fake(FOUR, scores);
  }

  private record Fake(Catalogue catalogue, float[] scores) implements Recommender {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream().map(history -> scores.clone()).toArray(float[][]::new);
    }
  }
}
