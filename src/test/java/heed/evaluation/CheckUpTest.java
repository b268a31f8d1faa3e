package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.interactions.Severity;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each leak is planted; the check-up has to find it, and to say what it is worth. */
class CheckUpTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  private static final Sequences TRAIN =
      Sequences.of(
          FIVE,
          List.of("u", "v"),
          List.of(
              History.of(FIVE, items(1, 2), times(1, 2)),
              History.of(FIVE, items(3, 5), times(1, 20))));

  /** Knows that everybody takes item 3, and scores nothing else. */
  private static final Recommender SAYS_3 = says(row -> row == 3 ? 1 : 0);

  @Test
  void a_clean_evaluation_is_not_suspected() {
    Split.Parts split = split(Holdout.of(List.of(of(1)), 4));
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
    assertThat(of(found, "targets in training").found()).startsWith("1 of 6 questions");
    assertThat(of(found, "targets before the last").found()).startsWith("4 of 6 questions");
    assertThat(of(found, "targets that stand in their own").found()).startsWith("1 of 6");
    // Without the question of rank 1 (item 5), the rest.
    Answers answers = Evaluation.of(test).answers(says(item -> item == 5 ? 9 : item));
    double[] each = answers.each(Metric.ndcg(10));
    double rest = (each[0] + each[1] + each[3] + each[4] + each[5]) / 5;
    assertThat(of(found, "items of the future").without().getAsDouble())
        .isCloseTo(rest, within(1e-12));
    assertThat(found.suspicions())
        .extracting(Suspicion::severity)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(found.summary()).endsWith("4 things to put right");
    assertThat(found.toString()).contains("warn  targets in training: 1 of 6 questions");
  }

  @Test
  void ties_are_worth_what_the_other_ways_to_count_them_would_read() {
    CheckUp found = CheckUp.of(split(Holdout.of(List.of(of(4)), 1)), SAYS_3);
    assertThat(of(found, "ties put in the order").found()).startsWith("1 of 1 targets tie");
    // Item 3 above; 2 and 5 tie with the target, behind it by number.
    assertThat(found.value()).isCloseTo(Metric.ndcg(10).of(4, 4), within(1e-12));
    assertThat(of(found, "ties put in the order").without().getAsDouble())
        .isCloseTo(Metric.ndcg(10).of(2, 4), within(1e-12));
    assertThat(of(found, "ties decided for").severity()).isEqualTo(Severity.WARN);
    CheckUp other = CheckUp.of(split(Holdout.of(List.of(of(4)), 5)), SAYS_3);
    assertThat(of(other, "ties put in the order").severity()).isEqualTo(Severity.FINE);
    assertThat(of(other, "ties decided for").severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void scores_that_hang_on_company_are_found() {
    Holdout test = Holdout.of(List.of(of(1), of(2), of(3)), 4, 4, 4);
    Recommender byBatch =
        new Named() {
          @Override
          public float[][] score(List<History> histories) {
            return histories.stream()
                .map(one -> row(item -> item == 4 ? histories.size() : item))
                .toArray(float[][]::new);
          }
        };
    Suspicion moved = of(CheckUp.of(split(test), byBatch), "scores that change");
    assertThat(moved.found()).isEqualTo("3 of 3 histories");
    assertThat(moved.severity()).isEqualTo(Severity.WARN);
    assertThat(moved.remedy()).contains("batch normalisation");
    Suspicion ties = of(CheckUp.of(split(test), says(item -> item)), "ties decided for");
    assertThat(ties.found()).startsWith("0 of 3 targets tie");
    Suspicion byNumber = of(CheckUp.of(split(test), says(item -> item)), "ties put in the order");
    assertThat(byNumber.found()).startsWith("0 of 3 targets tie");
    Suspicion steady = of(CheckUp.of(split(test), SAYS_3), "scores that change");
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
                Evaluation.of(Holdout.of(List.of(of(1)), 4)),
                unsteady,
                Evaluation.of(Holdout.of(List.of(of(1)), 4)).answers(says(item -> item)),
                Metric.ndcg(10))
            .company();
    return found.found().replace(" histories", "");
  }

  @Test
  void scores_that_are_no_numbers_are_found() {
    Holdout test = Holdout.of(List.of(of(1), of(2)), 4, 4);
    CheckUp found = CheckUp.of(split(test), says(item -> item == 2 ? Float.NaN : item));
    assertThat(of(found, "scores that are no numbers").severity()).isEqualTo(Severity.WARN);
    assertThat(of(found, "scores that are no numbers").found())
        .isEqualTo("in 2 of 2 rows looked at");
    assertThat(of(found, "scores that are no numbers").remedy()).contains("division by 0");
    Suspicion fine = of(CheckUp.of(split(test), says(item -> item)), "scores that are no numbers");
    assertThat(fine.severity()).isEqualTo(Severity.FINE);
    assertThat(fine.remedy()).isEmpty();
  }

  @Test
  void sampled_negatives_and_seen_items_are_told_with_what_they_would_read() {
    CheckUp found =
        CheckUp.of(split(Holdout.of(List.of(of(3)), 4)), says(item -> item == 3 ? 9 : item));
    assertThat(of(found, "seen items").without().getAsDouble())
        .isCloseTo(Metric.ndcg(10).of(3, 5), within(1e-12));
    double times = Metric.ndcg(10).of(2, 4) / found.value();
    assertThat(of(found, "negatives sampled").found())
        .contains(String.format(Locale.ROOT, "reads %.1f times as much", times));
    assertThat(of(found, "negatives sampled").without().getAsDouble())
        .isCloseTo(Metric.ndcg(10).of(2, 4), within(1e-12));
  }

  @Test
  void learning_from_the_future_is_worth_what_a_fit_on_the_past_loses() {
    Holdout test =
        new Holdout(List.of(of(1), of(1)), new int[] {5, 5}, new int[] {0, 1}, new long[] {10, 3});
    Recommender knows = says(item -> item == 5 ? 9 : item);
    CheckUp found =
        CheckUp.of(
            split(test),
            knows,
            before -> {
              assertThat(before.events()).as("events before 10").isEqualTo(3);
              return says(item -> item == 5 ? 0 : item);
            });
    Suspicion worth = of(found, "learning from what others did later");
    assertThat(worth.severity()).isEqualTo(Severity.WARN);
    assertThat(worth.found()).startsWith("on the later 1 questions 1.0000");
    assertThat(worth.without().getAsDouble()).isCloseTo(Metric.ndcg(10).of(4, 4), within(1e-12));
    Holdout after = new Holdout(List.of(of(1)), new int[] {5}, new int[] {0}, new long[] {100});
    assertThat(
            of(CheckUp.of(split(after), knows, before -> knows), "learning from what others")
                .found())
        .isEqualTo("no training event is later");
    Holdout early = new Holdout(List.of(of(1)), new int[] {5}, new int[] {0}, new long[] {1});
    assertThat(
            of(CheckUp.of(split(early), knows, before -> knows), "learning from what others")
                .found())
        .startsWith("not measured");
  }

  @Test
  void the_future_begins_at_the_middle_question_and_with_it() {
    Holdout four =
        new Holdout(
            List.of(of(1), of(1), of(1), of(1)),
            new int[] {5, 4, 5, 4},
            new int[] {0, 0, 1, 1},
            new long[] {30, 1, 20, 2});
    Recommender knows = says(item -> item == 5 ? 9 : item);
    int[] kept = {0};
    Suspicion worth =
        new FutureCheck(split(four), knows, Metric.ndcg(10))
            .suspicion(
                before -> {
                  kept[0] = before.events();
                  assertThat(before.history(0).items()).containsExactly(1, 2);
                  assertThat(before.history(1).items()).containsExactly(3);
                  return knows;
                });
    assertThat(kept[0]).as("all but the event at 20 itself").isEqualTo(3);
    assertThat(worth.found())
        .startsWith("on the later 2 questions 1.0000")
        .contains("the 3 of 4 before");
    assertThat(worth.severity()).as("nothing was lost").isEqualTo(Severity.NOTE);
  }

  private static Suspicion of(CheckUp found, String what) {
    return found.suspicions().stream()
        .filter(one -> one.what().startsWith(what))
        .findFirst()
        .orElseThrow();
  }

  private static Split.Parts split(Holdout test) {
    return new Split.Parts("planted", TRAIN, test, test, Leaks.of(TRAIN, test));
  }

  private static History of(int... items) {
    return History.untimed(FIVE, items);
  }

  private static int[] items(int... items) {
    return items;
  }

  private static long[] times(long... times) {
    return times;
  }

  private interface Score {
    float of(int item);
  }

  private static float[] row(Score score) {
    float[] row = new float[6];
    IntStream.rangeClosed(1, 5).forEach(item -> row[item] = score.of(item));
    return row;
  }

  private static Recommender says(Score score) {
    return new Named() {
      @Override
      public float[][] score(List<History> histories) {
        return histories.stream().map(one -> row(score)).toArray(float[][]::new);
      }
    };
  }

  private abstract static class Named implements Recommender {
    @Override
    public String name() {
      return "planted";
    }

    @Override
    public Catalogue catalogue() {
      return FIVE;
    }
  }
}
