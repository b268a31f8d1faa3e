package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What cannot be evaluated is told, and never counted as an answer. */
class RefusedEvaluationTest {

  private static final Catalogue FOUR = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());

  private static final Holdout HOLDOUT =
      Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 4)), 3, 2);

  @Test
  void a_recommender_none_of_whose_scores_is_a_number_is_refused_and_never_the_best() {
    Recommender lost = fake(Float.NaN);
    Evaluation test = Evaluation.of(HOLDOUT);
    assertThatThrownBy(() -> test.compare(lost))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("fake", "no score that is a number", "learning rate");
    assertThatThrownBy(() -> test.ranks(lost)).hasMessageContaining("no score that is a number");
    assertThat(test.ndcg(10).applyAsDouble(lost)).isNaN();
  }

  @Test
  void a_recommender_without_scores_for_some_questions_is_told_of() {
    Holdout two = Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 2)), 3, 3);
    Recommender partly = by("partly", one -> filled(one.item(0) == 1 ? 0 : Float.NaN));
    assertThat(Evaluation.of(two).compare(partly).toString())
        .contains("gave no score that is a number to 1 of 2 questions");
    assertThat(Evaluation.of(two).compare(fake(0)).toString())
        .doesNotContain("no score that is a number");
  }

  private static float[] filled(float score) {
    float[] scores = new float[5];
    Arrays.fill(scores, score);
    return scores;
  }

  @Test
  void targets_that_are_no_items_or_not_one_each_are_refused() {
    Recommender any = fake(0);
    List<History> one = List.of(History.untimed(FOUR, 1));
    for (int target : new int[] {0, -1, 5, 99}) {
      assertThatThrownBy(() -> any.targetRanks(one, new int[] {target}, Seen.KEPT, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("target " + target, "1 to 4");
      assertThatThrownBy(() -> any.targetRanks(one, List.of(new int[] {2, target}), Seen.KEPT, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("target " + target, "1 to 4");
    }
    assertThatThrownBy(() -> any.targetRanks(one, new int[] {1, 2}, Seen.KEPT, 1))
        .hasMessageContaining("targets of 2 questions and 1 histories");
    assertThatThrownBy(() -> any.targetRanks(one, List.of(), Seen.KEPT, 1))
        .hasMessageContaining("targets of 0 questions and 1 histories");
  }

  @Test
  void more_items_than_compete_are_not_drawn() {
    Report report = Evaluation.of(HOLDOUT).compare(fake(0));
    assertThatThrownBy(() -> report.sampled(Metric.ndcg(10), 1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("found 1,000 items to draw", "at most the 2", "NDCG@10");
    assertThat(report.sampled(Metric.ndcg(10), 2).rows()).hasSize(1);
  }

  @Test
  void nothing_to_evaluate_is_told_at_once_with_its_name() {
    Evaluation test = Evaluation.of(HOLDOUT);
    assertThatThrownBy(() -> Evaluation.of(null)).hasMessageContaining("holdout");
    assertThatThrownBy(() -> test.withSeen(null)).hasMessageContaining("Seen.KEPT");
    assertThatThrownBy(() -> test.mean(null)).hasMessageContaining("metric");
    assertThatThrownBy(() -> test.compare((Recommender) null)).hasMessageContaining("recommender");
    assertThatThrownBy(() -> test.withListLength(0)).hasMessageContaining("10 is usual");
  }

  @Test
  void a_measure_of_lists_is_of_the_same_shop_as_the_lists() {
    Catalogue other = Catalogue.of(List.of("x"), Map.of());
    Sequences log = Sequences.of(other, List.of("u"), List.of(History.untimed(other, 1)));
    Report report = Evaluation.of(HOLDOUT).compare(fake(0));
    for (ListMeasure measure :
        List.of(
            ListMeasure.novelty(log),
            ListMeasure.serendipity(log),
            ListMeasure.popularityLift(log))) {
      assertThatThrownBy(() -> report.shown(measure))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("knows another catalogue (1 item) than the holdout (4 items)");
    }
  }

  private static Recommender fake(float score) {
    return by("fake", any -> filled(score));
  }

  private static Recommender by(String name, Function<History, float[]> scores) {
    return new Recommender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Catalogue catalogue() {
        return FOUR;
      }

      @Override
      public float[][] score(List<History> histories) {
        return histories.stream().map(scores).toArray(float[][]::new);
      }
    };
  }
}
