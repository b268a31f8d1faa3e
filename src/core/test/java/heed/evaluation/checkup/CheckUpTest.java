package heed.evaluation.checkup;

import static heed.evaluation.checkup.TinyCheckUp.FIVE;
import static heed.evaluation.checkup.TinyCheckUp.SAYS_3;
import static heed.evaluation.checkup.TinyCheckUp.finding;
import static heed.evaluation.checkup.TinyCheckUp.history;
import static heed.evaluation.checkup.TinyCheckUp.items;
import static heed.evaluation.checkup.TinyCheckUp.says;
import static heed.evaluation.checkup.TinyCheckUp.split;
import static heed.evaluation.checkup.TinyCheckUp.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.Predictions;
import heed.log.Severity;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Split;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each leak is planted; the check-up has to find it, and to say what it is worth. */
class CheckUpTest {

  @Test
  void a_clean_evaluation_is_not_suspected() {
    Split.Parts split = split(Holdout.of(List.of(history(1)), 4));
    CheckUp found = CheckUp.of(split, says(item -> item));
    assertThat(found.warnings()).isEmpty();
    assertThat(found.summary()).contains("nothing found that would inflate it");
  }

  @Test
  void each_planted_leak_is_found_with_its_effect() {
    Holdout test =
        new Holdout(
            List.of(
                History.of(FIVE, items(1), times(1)), // u is asked for what she was trained on
                History.of(FIVE, items(1), times(9)), // a history that goes past its target
                History.of(FIVE, items(1), times(1)), // item 5 is learnt from the future
                History.of(FIVE, items(3, 1), times(1, 2)), // the target stands in its history
                History.of(FIVE, items(1), times(30)),
                History.of(FIVE, items(1), times(30))), // the same question again
            new int[] {2, 4, 5, 3, 4, 4},
            new int[] {0, 0, 0, 1, 1, 1},
            new long[] {2, 5, 3, 4, 40, 40});
    CheckUp found = CheckUp.of(split(test), says(item -> item == 5 ? 9 : item));
    assertThat(found.warnings())
        .extracting(Suspicion::what)
        .containsExactlyInAnyOrder(
            "targets in training",
            "histories that hold a later event",
            "items of the future: targets whose item is in training, but only later",
            "questions asked twice");
    assertThat(finding(found, "targets in training").found()).startsWith("1 of 6 questions");
    assertThat(finding(found, "targets before the last").found()).startsWith("4 of 6 questions");
    assertThat(finding(found, "targets that stand in their own").found()).startsWith("1 of 6");
    // Without the question of rank 1 (item 5), the rest.
    Predictions answers = Evaluation.of(test).answers(says(item -> item == 5 ? 9 : item));
    double[] each = answers.each(Metric.ndcg(10));
    double rest = (each[0] + each[1] + each[3] + each[4] + each[5]) / 5;
    assertThat(finding(found, "items of the future").without().getAsDouble())
        .isCloseTo(rest, within(1e-12));
    assertThat(found.suspicions())
        .extracting(Suspicion::severity)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(found.summary()).endsWith("4 things to put right");
    assertThat(found.toString()).contains("warn  targets in training: 1 of 6 questions");
  }

  @Test
  void ties_are_worth_what_the_other_ways_to_count_them_would_read() {
    CheckUp found = CheckUp.of(split(Holdout.of(List.of(history(4)), 1)), SAYS_3);
    assertThat(finding(found, "ties put in the order").found()).startsWith("1 of 1 targets tie");
    // Item 3 above; 2 and 5 tie with the target, behind it by number.
    assertThat(found.value()).isCloseTo(Metric.ndcg(10).of(4, 4), within(1e-12));
    assertThat(finding(found, "ties put in the order").without().getAsDouble())
        .isCloseTo(Metric.ndcg(10).of(2, 4), within(1e-12));
    assertThat(finding(found, "ties decided for").severity()).isEqualTo(Severity.WARN);
    CheckUp other = CheckUp.of(split(Holdout.of(List.of(history(4)), 5)), SAYS_3);
    assertThat(finding(other, "ties put in the order").severity()).isEqualTo(Severity.FINE);
    assertThat(finding(other, "ties decided for").severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void sampled_negatives_and_seen_items_are_told_with_what_they_would_read() {
    CheckUp found =
        CheckUp.of(split(Holdout.of(List.of(history(3)), 4)), says(item -> item == 3 ? 9 : item));
    assertThat(finding(found, "seen items").without().getAsDouble())
        .isCloseTo(Metric.ndcg(10).of(3, 5), within(1e-12));
    double times = Metric.ndcg(10).of(2, 4) / found.value();
    assertThat(finding(found, "negatives sampled").found())
        .contains(String.format(Locale.ROOT, "reads %.1f times as much", times));
    assertThat(finding(found, "negatives sampled").without().getAsDouble())
        .isCloseTo(Metric.ndcg(10).of(2, 4), within(1e-12));
  }
}
