package heed.evaluation.checkup;

import static heed.evaluation.checkup.TinyCheckUp.finding;
import static heed.evaluation.checkup.TinyCheckUp.history;
import static heed.evaluation.checkup.TinyCheckUp.says;
import static heed.evaluation.checkup.TinyCheckUp.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.evaluation.Metric;
import heed.log.Severity;
import heed.recommend.Recommender;
import heed.sequence.Holdout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others did later is learnt from, and what that is worth has to be told. */
class FutureCheckTest {

  @Test
  void learning_from_the_future_is_worth_what_a_fit_on_the_past_loses() {
    Holdout test =
        new Holdout(
            List.of(history(1), history(1)),
            new int[] {5, 5},
            new int[] {0, 1},
            new long[] {10, 3});
    Recommender knows = says(item -> item == 5 ? 9 : item);
    CheckUp found =
        CheckUp.of(
            split(test),
            knows,
            before -> {
              assertThat(before.events()).as("events before 10").isEqualTo(3);
              return says(item -> item == 5 ? 0 : item);
            });
    Suspicion worth = finding(found, "learning from what others did later");
    assertThat(worth.severity()).isEqualTo(Severity.WARN);
    assertThat(worth.found()).startsWith("on the later 1 questions 1.0000");
    assertThat(worth.without().getAsDouble()).isCloseTo(Metric.ndcg(10).of(4, 4), within(1e-12));
    Holdout after =
        new Holdout(List.of(history(1)), new int[] {5}, new int[] {0}, new long[] {100});
    assertThat(
            finding(CheckUp.of(split(after), knows, before -> knows), "learning from what others")
                .found())
        .isEqualTo("no training event is later");
    Holdout early = new Holdout(List.of(history(1)), new int[] {5}, new int[] {0}, new long[] {1});
    assertThat(
            finding(CheckUp.of(split(early), knows, before -> knows), "learning from what others")
                .found())
        .startsWith("not measured");
  }

  @Test
  void the_future_begins_at_the_middle_question_and_with_it() {
    Holdout four =
        new Holdout(
            List.of(history(1), history(1), history(1), history(1)),
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
}
