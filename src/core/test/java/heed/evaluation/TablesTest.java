package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.checkup.Suspicion;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.log.Severity;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What results print as. */
class TablesTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());
  private static final Holdout TWO =
      Holdout.of(List.of(History.untimed(FIVE, 1), History.untimed(FIVE, 2)), 3, 3);

  @Test
  void nobody_is_marked_the_best_of_one() {
    EstimateTable one = report(answers("only", 1, 2)).on(Metric.reciprocalRank());
    assertThat(one.toString().split("\n", -1))
        .containsExactly(
            "2 questions, full catalogue, seen items left out, ties against the target, test-set evaluations"
                + " not counted",
            "                            MRR",
            "only  0.7500 (0.5000 to 1.0000)");
  }

  @Test
  void beside_another_the_best_is_marked_and_the_marks_are_explained() {
    EstimateTable two =
        report(answers("first", 1, 2), answers("second", 2, 2)).on(Metric.reciprocalRank());
    assertThat(two.toString().split("\n", -1))
        .containsExactly(
            "2 questions, full catalogue, seen items left out, ties against the target, test-set evaluations"
                + " not counted. * the best; = not distinguishable from the best",
            "                                MRR",
            "first   * 0.7500 (0.5000 to 1.0000)",
            "second  = 0.5000 (0.5000 to 0.5000)");
  }

  @Test
  void what_was_shown_is_a_line_a_recommender() {
    ShownTable shown =
        report(answers("same", 1, 1), answers("apart", 1, 2))
            .shown(ListMeasure.coverage(), ListMeasure.repeatRate());
    assertThat(shown.rows())
        .extracting(ShownTable.Row::values)
        .containsExactly(List.of(.2, .5), List.of(.4, 1.0));
    assertThat(shown.toString().split("\n", -1))
        .containsExactly(
            "lists of 1 for 2 questions",
            "       coverage  repeats",
            "same     0.2000   0.5000",
            "apart    0.4000   1.0000");
  }

  @Test
  void a_figure_prints_with_its_interval_and_a_standing_in_words() {
    assertThat(new Estimate(.25, new Interval(.2, .3), 1, Significance.LEVEL))
        .hasToString("0.2500 (0.2000 to 0.3000)");
    assertThat(Significance.values())
        .extracting(Significance::toString)
        .containsExactly("best", "not distinguishable from the best", "behind");
    assertThat(SeedEffect.of("figure", seed -> seed, 1, 2, 3))
        .asString()
        .endsWith("reads 50% above the average");
  }

  @Test
  void a_suspicion_prints_what_it_is_worth_and_its_remedy_if_it_has_them() {
    assertThat(new Suspicion(Severity.WARN, "leak", "1 of 2", OptionalDouble.of(.5), "cut it"))
        .hasToString("warn  leak: 1 of 2 (0.5000)\n      -> cut it");
    assertThat(new Suspicion(Severity.FINE, "leak", "none", OptionalDouble.empty(), ""))
        .hasToString("fine  leak: none");
  }

  private static Report report(Predictions... answers) {
    return new Report(TWO, Seen.EXCLUDED, OptionalInt.empty(), List.of(answers));
  }

  private static Predictions answers(String name, int... ranks) {
    return new Predictions(
        name, TargetRanks.ofRanks(ranks, 5), new TopLists(1, IntStream.of(ranks).toArray()));
  }
}
