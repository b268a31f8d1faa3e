package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.evaluation.checkup.CheckUp;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions with several right answers, from a holdout to a report. */
class SeveralTargetsTest {

  private static final Catalogue SIX =
      Catalogue.of(List.of("a", "b", "c", "d", "e", "f"), Map.of());

  /** After a: d and b were right; after f: c. */
  private static final Holdout HOLDOUT =
      Holdout.of(
          List.of(History.untimed(SIX, 1), History.untimed(SIX, 6)),
          List.of(new int[] {4, 2}, new int[] {3}));

  /** Says b, c, d, e in this order, whatever the history. */
  private static final Recommender IN_ORDER = fake("in order", 0, 9, 8, 7, 6, 5, 4);

  private static final Recommender CONSTANT = fake("constant", 0, 1, 1, 1, 1, 1, 1);

  @Test
  void every_right_answer_has_its_rank_in_the_full_order() {
    Predictions answers = Evaluation.of(HOLDOUT).answers(IN_ORDER);
    assertThat(answers.ranks()).as("as the holdout names them").containsExactly(3, 1, 3);
    assertThat(answers.targetRanks().ranks(0, Ties.AGAINST)).containsExactly(1, 3);
    assertThat(answers.firstRanks()).containsExactly(1, 3);
    assertThat(answers.size()).isEqualTo(2);
    assertThat(answers.targetRanks().candidates()).containsExactly(5, 5);
  }

  @Test
  void recall_precision_and_the_others_equal_values_by_hand() {
    Predictions answers = Evaluation.of(HOLDOUT).answers(IN_ORDER);
    assertThat(answers.each(Metric.hitRate(2))).containsExactly(1, 0);
    assertThat(answers.each(Metric.recall(2))).containsExactly(.5, 0);
    assertThat(answers.each(Metric.precision(2))).containsExactly(.5, 0);
    assertThat(answers.each(Metric.recall(3))).containsExactly(1, 1);
    assertThat(answers.each(Metric.reciprocalRank())).containsExactly(1, 1 / 3.0);
    assertThat(answers.each(Metric.averagePrecision(3)))
        .containsExactly(new double[] {(1 + 2 / 3.0) / 2, 1 / 3.0}, within(1e-12));
    double ideal = 1 + 1 / (Math.log(3) / Math.log(2));
    assertThat(answers.each(Metric.ndcg(3)))
        .containsExactly(new double[] {1.5 / ideal, .5}, within(1e-12));
    // Of 2 x 3 pairs of a right and another item one stands wrong: d behind c.
    assertThat(answers.each(Metric.auc()))
        .containsExactly(new double[] {5 / 6.0, .5}, within(1e-12));
  }

  @Test
  void ties_stand_before_all_right_answers_or_behind_them() {
    Predictions answers = Evaluation.of(HOLDOUT).answers(CONSTANT);
    assertThat(answers.targetRanks().ranks(0, Ties.AGAINST)).containsExactly(4, 5);
    assertThat(answers.targetRanks().ranks(0, Ties.FOR)).containsExactly(1, 2);
    assertThat(answers.targetRanks().ranks(0, Ties.BY_NUMBER)).containsExactly(1, 3);
    assertThat(answers.mean(Metric.recall(2))).isZero();
    assertThat(answers.mean(Metric.recall(2), Ties.FOR)).isEqualTo(1);
  }

  @Test
  void a_question_of_one_right_answer_reads_the_same_among_others_of_several() {
    Holdout alone = HOLDOUT.where(question -> question == 1);
    assertThat(alone.hasOneTargetEach()).isTrue();
    for (Recommender one : List.of(IN_ORDER, CONSTANT)) {
      for (Metric metric : List.of(Metric.ndcg(3), Metric.auc(), Metric.reciprocalRank())) {
        assertThat(Evaluation.of(alone).answers(one).each(metric)[0])
            .isEqualTo(Evaluation.of(HOLDOUT).answers(one).each(metric)[1]);
      }
    }
  }

  @Test
  void a_report_compares_and_says_how_many_right_answers_there_are() {
    Report report = Evaluation.of(HOLDOUT).compare(IN_ORDER, CONSTANT);
    assertThat(report.conditions()).contains("2 questions with 3 right answers, full catalogue");
    assertThat(report.scores().get(0).ndcg())
        .isCloseTo(report.answers().get(0).mean(Metric.ndcg(10)), within(1e-12));
    assertThat(report.scores().get(0).medianRank()).as("of the first ones").isEqualTo(2);
    assertThat(report.on(Metric.recall(2), Metric.hitRate(2)).rows().get(0).estimates())
        .extracting(Estimate::value)
        .containsExactly(.25, .5);
    assertThat(report.differences(Metric.recall(3)).get(0).mean()).isEqualTo(1 - 0);
    assertThat(report.toString()).contains("in order", "constant", "95% interval");
    Report other = Evaluation.of(Holdout.of(HOLDOUT.histories(), 4, 3)).compare(IN_ORDER);
    assertThatThrownBy(
            () -> new Report(HOLDOUT, Seen.EXCLUDED, OptionalInt.empty(), other.answers()))
        .hasMessageContaining("in order ranks 2 targets where the questions have 3");
  }

  @Test
  void a_repeat_is_missed_where_seen_items_are_left_out_and_competes_where_they_are_kept() {
    Holdout repeat = Holdout.of(List.of(History.untimed(SIX, 1, 2)), List.of(new int[] {1, 5}));
    Predictions without = Evaluation.of(repeat).withSeen(Seen.EXCLUDED).answers(IN_ORDER);
    assertThat(without.targetRanks().ranks(0, Ties.AGAINST)).containsExactly(3, TargetRank.NEVER);
    assertThat(without.targetRanks().candidates()).as("a and b are gone").containsExactly(4);
    assertThat(without.lists().list(0)).containsExactly(3, 4, 5, 6);
    Predictions with = Evaluation.of(repeat).withSeen(Seen.KEPT).answers(IN_ORDER);
    assertThat(with.targetRanks().ranks(0, Ties.AGAINST)).containsExactly(1, 5);
  }

  @Test
  void segments_go_by_the_first_moment_and_the_rarest_or_newest_right_answer() {
    Sequences train =
        Sequences.of(
            SIX,
            List.of("u", "v"),
            List.of(
                History.of(SIX, new int[] {1, 1, 1, 2, 4}, new long[] {1, 2, 3, 4, 5}),
                History.of(SIX, new int[] {1}, new long[] {1})));
    Holdout holdout =
        new Holdout(
            List.of(train.history(0), train.history(1), train.history(1)),
            new int[] {1, 2, 1, 3, 1},
            new int[] {0, 2, 4, 5},
            new int[] {0, 1, 1},
            new long[] {10, 90, 20, 21, 30});
    assertThat(Segments.byPopularity(train, holdout).group()).containsExactly(1, 2, 0);
    assertThat(Segments.byColdStart(train, holdout).group()).containsExactly(0, 2, 0);
    assertThat(Segments.byPeriod(holdout, 3).group()).containsExactly(0, 1, 2);
    Report report = Evaluation.of(holdout).withSeen(Seen.KEPT).compare(IN_ORDER, CONSTANT);
    EstimateTable table = report.by(Segments.byColdStart(train, holdout), Metric.recall(1));
    assertThat(table.columns()).containsExactly("known user and item (2)", "new item (1)");
    assertThat(table.rows().get(0).estimates().get(0).value()).isEqualTo(.75);
    Catalogue others = Catalogue.of(List.of("x"), Map.of());
    Sequences strange = Sequences.of(others, List.of("u"), List.of(History.untimed(others, 1)));
    assertThatThrownBy(() -> Segments.byPopularity(strange, holdout))
        .hasMessageContaining("another catalogue");
  }

  @Test
  void a_check_up_looks_at_every_right_answer() {
    Sequences all =
        Sequences.of(
            SIX,
            List.of("u", "v"),
            List.of(
                History.of(SIX, new int[] {1, 2, 3, 4, 5, 6}, new long[] {1, 2, 3, 4, 5, 6}),
                History.of(SIX, new int[] {1, 4, 5, 2, 3, 6}, new long[] {1, 2, 3, 4, 5, 6})));
    Split.Parts parts = Split.nextEvents(2).of(all);
    CheckUp clean = CheckUp.of(parts, IN_ORDER, Metric.recall(3));
    assertThat(clean.toString()).contains("recall@3", "targets in training", "of 4 targets tie");
    Split.Parts leaking =
        new Split.Parts("leaks", all, parts.validation(), parts.test(), parts.leaks());
    assertThat(CheckUp.of(leaking, IN_ORDER, Metric.recall(3)).warnings())
        .anyMatch(one -> one.what().equals("targets in training"));
  }

  @Test
  void openings_tell_sets_of_right_answers_apart(@TempDir Path folder) {
    TestSetEvaluations evaluations =
        TestSetEvaluations.in(folder.resolve("test-set-evaluations.txt"));
    assertThat(evaluations.count(HOLDOUT)).hasValue(1);
    assertThat(evaluations.count(HOLDOUT)).hasValue(2);
    Holdout more = Holdout.of(HOLDOUT.histories(), List.of(new int[] {4, 2, 5}, new int[] {3}));
    assertThat(evaluations.count(more)).hasValue(1);
  }

  @Test
  void sampling_keeps_all_right_answers_and_draws_the_others() {
    // One of three others is drawn, each as likely; one of them stands above the second target.
    Sampled sampled = new Sampled(Metric.reciprocalRank(), 3);
    assertThat(sampled.of(new int[] {1, 3}, 5)).as("all drawn").isEqualTo(1);
    Sampled recall = new Sampled(Metric.recall(2), 1);
    assertThat(recall.of(new int[] {1, 3}, 5)).isCloseTo((2 + .5) / 3, within(.08));
    assertThat(recall.of(new int[] {1, 3}, 5))
        .as("the same draws each time")
        .isEqualTo(recall.of(new int[] {1, 3}, 5));
    assertThat(recall.of(new int[] {3, 5}, 5)).as("either draw finds one").isEqualTo(.5);
  }

  @Test
  void places_without_their_offsets_are_refused() {
    int[] two = {0, 1};
    assertThatThrownBy(() -> new TargetRanks(two, two, two, two, new int[] {0, 1}))
        .hasMessageContaining("2 candidates and 2 offsets");
  }

  private static Recommender fake(String name, float... scores) {
    return new Recommender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Catalogue catalogue() {
        return SIX;
      }

      @Override
      public float[][] score(List<History> histories) {
        float[][] rows = new float[histories.size()][];
        Arrays.setAll(rows, row -> scores.clone());
        return rows;
      }
    };
  }
}
