package heed.evaluation.checkup;

import static heed.evaluation.checkup.TinyCheckUp.SAYS_3;
import static heed.evaluation.checkup.TinyCheckUp.finding;
import static heed.evaluation.checkup.TinyCheckUp.history;
import static heed.evaluation.checkup.TinyCheckUp.row;
import static heed.evaluation.checkup.TinyCheckUp.says;
import static heed.evaluation.checkup.TinyCheckUp.split;
import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.checkup.TinyCheckUp.Named;
import heed.evaluation.checkup.TinyCheckUp.Score;
import heed.log.Severity;
import heed.recommend.Recommender;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores that no honest recommender gives are planted, and have to be found. */
class ScoreCheckTest {

  @Test
  void scores_that_hang_on_company_are_found() {
    Holdout test = Holdout.of(List.of(history(1), history(2), history(3)), 4, 4, 4);
    Recommender byBatch =
        new Named() {
          @Override
          public float[][] score(List<History> histories) {
            return histories.stream()
                .map(one -> row(item -> item == 4 ? histories.size() : item))
                .toArray(float[][]::new);
          }
        };
    Suspicion moved = finding(CheckUp.of(split(test), byBatch), "scores that change");
    assertThat(moved.found()).isEqualTo("3 of 3 histories");
    assertThat(moved.severity()).isEqualTo(Severity.WARN);
    assertThat(moved.remedy()).contains("batch normalisation");
    Suspicion ties = finding(CheckUp.of(split(test), says(item -> item)), "ties decided for");
    assertThat(ties.found()).startsWith("0 of 3 targets tie");
    Suspicion byNumber =
        finding(CheckUp.of(split(test), says(item -> item)), "ties put in the order");
    assertThat(byNumber.found()).startsWith("0 of 3 targets tie");
    Suspicion steady = finding(CheckUp.of(split(test), SAYS_3), "scores that change");
    assertThat(steady.severity()).isEqualTo(Severity.FINE);
    assertThat(steady.remedy()).isEmpty();
  }

  @Test
  void rounding_is_a_thousandth_of_what_a_row_spans_whatever_it_is_around() {
    for (int changed = 1; changed <= 5; changed++) {
      assertThat(movedBy(0.0036f, changed)).as("item %d, below", changed).isEqualTo("0 of 1");
      assertThat(movedBy(0.0044f, changed)).as("item %d, above", changed).isEqualTo("1 of 1");
      assertThat(movedBy(-0.0044f, changed)).as("item %d, downwards", changed).isEqualTo("1 of 1");
    }
    assertThat(movedBy(9, 0)).as("padding").isEqualTo("0 of 1");
    // From 0 to 1,000, a thousandth of which is 1: no more than rounding yet.
    assertThat(moved(item -> item == 5 ? 1_000 : 0, 1, 2)).isEqualTo("0 of 1");
    assertThat(moved(item -> item == 5 ? 1_000 : 0, 1.001f, 2)).isEqualTo("1 of 1");
  }

  /** Scores from 101 to 105. */
  private static String movedBy(float change, int changed) {
    return moved(item -> 100 + item, change, changed);
  }

  /** What is said of a recommender that scores an item otherwise every second time it is asked. */
  private static String moved(Score score, float change, int changed) {
    int[] asked = {0};
    Recommender unsteady =
        new Named() {
          @Override
          public float[][] score(List<History> histories) {
            float[] row = row(score);
            row[changed] += asked[0]++ % 2 * change;
            return new float[][] {row};
          }
        };
    Suspicion found =
        new ScoreCheck(
                Evaluation.of(Holdout.of(List.of(history(1)), 4)),
                unsteady,
                Evaluation.of(Holdout.of(List.of(history(1)), 4)).answers(says(item -> item)),
                Metric.ndcg(10))
            .company();
    return found.found().replace(" histories", "");
  }

  @Test
  void scores_that_are_no_numbers_are_found() {
    Holdout test = Holdout.of(List.of(history(1), history(2)), 4, 4);
    CheckUp found = CheckUp.of(split(test), says(item -> item == 2 ? Float.NaN : item));
    assertThat(finding(found, "scores that are no numbers").severity()).isEqualTo(Severity.WARN);
    assertThat(finding(found, "scores that are no numbers").found())
        .isEqualTo("in 2 of 2 rows looked at");
    assertThat(finding(found, "scores that are no numbers").remedy()).contains("division by 0");
    Suspicion fine =
        finding(CheckUp.of(split(test), says(item -> item)), "scores that are no numbers");
    assertThat(fine.severity()).isEqualTo(Severity.FINE);
    assertThat(fine.remedy()).isEmpty();
  }
}
