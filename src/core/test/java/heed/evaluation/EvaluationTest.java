package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  private static final Catalogue FOUR = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());

  private static final Holdout HOLDOUT =
      Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 4)), 3, 2);

  private static final History NOTHING = History.untimed(FOUR);

  @Test
  void metrics_equal_values_by_hand() {
    int[] ranks = {1, 3, 11};
    assertThat(Metrics.hitRate(ranks, 10)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(Metrics.hitRate(ranks, 2)).isCloseTo(1 / 3.0, within(1e-12));
    // 1 / log2(2) = 1, 1 / log2(4) = 0.5, beyond the cut 0.
    assertThat(Metrics.ndcg(ranks, 10)).isCloseTo(1.5 / 3, within(1e-12));
    assertThat(Metrics.meanReciprocalRank(ranks))
        .isCloseTo((1 + 1 / 3.0 + 1 / 11.0) / 3, within(1e-12));
    assertThat(Score.of("any", new int[] {11, 1, 3}).medianRank()).isEqualTo(3);
    assertThat(Score.of("any", new int[] {1, 2, 3, 10}).medianRank()).isEqualTo(2.5);
  }

  @Test
  void ties_count_against_the_target() {
    assertThat(Metrics.rank(new float[] {9, 1, 1, 1, 1}, 2, NOTHING, Seen.EXCLUDED)).isEqualTo(4);
    assertThat(Metrics.rank(new float[] {9, 1, 2, 1, 1}, 2, NOTHING, Seen.EXCLUDED)).isEqualTo(1);
    assertThat(Metrics.rank(new float[] {9, 3, 2, 2, 1}, 2, NOTHING, Seen.EXCLUDED)).isEqualTo(3);
  }

  @Test
  void a_target_whose_score_is_no_number_is_never_shown() {
    assertThat(Metrics.rank(new float[] {0, Float.NaN, 1, 0}, 1, NOTHING, Seen.EXCLUDED))
        .isEqualTo(TargetRank.NEVER);
    assertThat(Metrics.rank(new float[] {0, Float.NaN, 1, 0}, 2, NOTHING, Seen.EXCLUDED))
        .isEqualTo(1);
  }

  @Test
  void a_metric_that_gives_no_number_is_named_with_what_it_was_given() {
    Metric broken = new ZeroByZero();
    assertThatThrownBy(() -> Evaluation.of(HOLDOUT).mean(broken).applyAsDouble(fake(new float[5])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metric zero by zero gives NaN for ranks [")
        .hasMessageContaining("Mend its of(ranks, candidates)");
  }

  /** Divides without looking. */
  private record ZeroByZero() implements Metric {

    @Override
    public String name() {
      return "zero by zero";
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return 0.0 / (ranks.length - 1);
    }
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
    assertThat(report.toString())
        .contains("2 questions", "seen items left out", "fake  * 0.5000", "fake  = 0.5000");
  }

  @Test
  void places_and_lists_equal_a_sort_of_everything_that_competes() {
    Random random = new Random(1);
    Catalogue thirty =
        Catalogue.of(IntStream.range(0, 30).mapToObj(i -> "i" + i).toList(), Map.of());
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      histories.add(History.untimed(thirty, random.ints(random.nextInt(9), 1, 31).toArray()));
    }
    int[] targets = random.ints(600, 1, 31).toArray();
    Holdout holdout = Holdout.of(histories, targets);
    // Four values, so that many tie; what is scored depends on the history alone.
    Recommender some = new ByHistory(thirty);
    for (Seen seen : Seen.values()) {
      Predictions found = Evaluation.of(holdout).withSeen(seen).withListLength(5).answers(some);
      for (int i = 0; i < 600; i++) {
        float[] scores = some.score(List.of(histories.get(i)))[0];
        assertSame(found, i, scores, histories.get(i), targets[i], seen);
      }
    }
  }

  private static void assertSame(
      Predictions found, int i, float[] scores, History history, int target, Seen seen) {
    List<Integer> competing =
        IntStream.range(1, scores.length)
            .filter(
                item ->
                    seen == Seen.KEPT
                        || IntStream.of(history.items()).noneMatch(held -> held == item))
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(item -> -scores[item]))
            .toList();
    List<Integer> others = competing.stream().filter(item -> item != target).toList();
    long higher = others.stream().filter(item -> scores[item] > scores[target]).count();
    long same = others.stream().filter(item -> scores[item] == scores[target]).count();
    long before =
        others.stream().filter(item -> scores[item] == scores[target] && item < target).count();
    boolean competes = competing.contains(target);
    int never = TargetRank.NEVER;
    assertThat(found.targetRanks().ranks(Ties.FOR)[i])
        .isEqualTo(competes ? 1 + (int) higher : never);
    assertThat(found.targetRanks().ranks(Ties.AGAINST)[i])
        .isEqualTo(competes ? 1 + (int) (higher + same) : never);
    assertThat(found.targetRanks().ranks(Ties.BY_NUMBER)[i])
        .isEqualTo(competes ? 1 + (int) (higher + before) : never);
    assertThat(found.targetRanks().candidates()[i]).isEqualTo(competing.size());
    int[] shown = competing.stream().mapToInt(item -> item).limit(5).toArray();
    assertThat(found.lists().list(i)).containsExactly(shown);
  }

  @Test
  void a_target_that_is_no_number_is_a_hit_in_no_list_however_long() {
    Holdout one = Holdout.of(List.of(History.untimed(FOUR, 1)), 3);
    Recommender lost = fake(new float[] {0, 1, 1, Float.NaN, Float.NaN});
    assertThat(Evaluation.of(one).ranks(lost)).containsExactly(TargetRank.NEVER);
    assertThat(Evaluation.of(one).answers(lost).lists().list(0)).containsExactly(2);
    assertThat(Evaluation.of(one).mean(Metric.hitRate(4)).applyAsDouble(lost)).isZero();
    assertThat(Evaluation.of(one).answers(lost).unscored()).isZero();
    Holdout several = Holdout.of(List.of(History.untimed(FOUR, 1)), List.of(new int[] {2, 3, 4}));
    assertThat(Evaluation.of(several).ranks(lost))
        .containsExactly(1, TargetRank.NEVER, TargetRank.NEVER - 1);
  }

  @Test
  void openings_are_counted_by_question_across_evaluations(@TempDir Path folder) {
    TestSetEvaluations evaluations =
        TestSetEvaluations.in(folder.resolve("made/test-set-evaluations.txt"));
    Evaluation test = Evaluation.of(HOLDOUT).withTestSetEvaluations(evaluations);
    assertThat(test.compare(fake(new float[5])).timesEvaluated()).hasValue(1);
    test.ranks(fake(new float[5]));
    Holdout other = Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 4)), 3, 1);
    assertThat(
            Evaluation.of(other)
                .withTestSetEvaluations(evaluations)
                .compare(fake(new float[5]))
                .timesEvaluated())
        .hasValue(1);
    Catalogue larger = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());
    Holdout among =
        Holdout.of(List.of(History.untimed(larger, 1), History.untimed(larger, 4)), 3, 2);
    assertThat(evaluations.count(among)).as("the same items of a larger catalogue").hasValue(1);
    TestSetEvaluations inAnotherKernel =
        TestSetEvaluations.in(folder.resolve("made/test-set-evaluations.txt"));
    Report again =
        Evaluation.of(HOLDOUT).withTestSetEvaluations(inAnotherKernel).compare(fake(new float[5]));
    assertThat(again.toString()).contains("2 test-set evaluations");
    assertThat(Evaluation.of(HOLDOUT).compare(fake(new float[5])).toString())
        .contains("test-set evaluations not counted");
  }

  @Test
  void rows_of_another_number_or_width_are_refused() {
    assertThatThrownBy(() -> Evaluation.of(HOLDOUT).ranks(fake(new float[4])))
        .hasMessageContaining("fake gave a row of 4 scores; expected 5");
    Recommender silent =
        new ByHistory(FOUR) {
          @Override
          public float[][] score(List<History> histories) {
            return new float[0][];
          }
        };
    assertThatThrownBy(() -> Evaluation.of(HOLDOUT).ranks(silent))
        .hasMessageContaining("gave 0 rows for 2 histories");
    assertThatThrownBy(() -> Evaluation.of(HOLDOUT).withListLength(0))
        .hasMessageContaining("asked for 0");
  }

  @Test
  void a_recommender_of_another_catalogue_is_refused() {
    Catalogue other = Catalogue.of(List.of("x"), Map.of());
    Recommender stranger = new Fake(other, new float[2]);
    assertThatThrownBy(() -> Evaluation.of(HOLDOUT).ranks(stranger))
        .hasMessageContaining("knows another catalogue (1 item) than the holdout (4 items)");
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

  /** Scores of four values, drawn from the history. */
  private static class ByHistory implements Recommender {
    private final Catalogue catalogue;

    ByHistory(Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    @Override
    public String name() {
      return "by history";
    }

    @Override
    public Catalogue catalogue() {
      return catalogue;
    }

    @Override
    public float[][] score(List<History> histories) {
      float[][] scores = new float[histories.size()][catalogue.size() + 1];
      for (int row = 0; row < scores.length; row++) {
        Random random = new Random(histories.get(row).hashCode());
        for (int item = 0; item < scores[row].length; item++) {
          scores[row][item] = random.nextInt(4);
        }
      }
      return scores;
    }
  }
}
