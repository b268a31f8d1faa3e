package heed.evaluation.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.evaluation.Metric;
import heed.evaluation.Predictions;
import heed.evaluation.TargetRanks;
import heed.evaluation.TopLists;
import heed.log.Severity;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One user, trained on item 1 at second 10 and on item 2 at second 20. */
class QuestionCheckTest {

  private static final Catalogue THREE = Catalogue.of(List.of("a", "b", "c"), Map.of());
  private static final History PAST = History.of(THREE, new int[] {1, 2}, new long[] {10, 20});
  private static final Sequences TRAIN = Sequences.of(THREE, List.of("u"), List.of(PAST));

  @Test
  void what_was_learnt_is_the_item_at_its_time() {
    assertThat(found("targets in training", asked(1, 10))).isEqualTo("1 of 1");
    assertThat(found("targets in training", asked(1, 11))).as("another time").isEqualTo("none");
    assertThat(found("targets in training", asked(3, 10))).as("another item").isEqualTo("none");
  }

  @Test
  void a_target_at_the_last_training_event_is_not_before_it() {
    assertThat(found("targets before the last", asked(3, 20))).isEqualTo("none");
    assertThat(found("targets before the last", asked(3, 19))).isEqualTo("1 of 1");
  }

  @Test
  void one_question_of_ten_is_enough_to_tell_what_the_others_are_worth() {
    Suspicion worth = suspicion("targets in training", leaking(9, 1));
    assertThat(worth.found()).isEqualTo("9 of 10 questions; without them");
    assertThat(worth.without().getAsDouble()).isCloseTo(.5, within(1e-12));
    assertThat(worth.severity()).isEqualTo(Severity.WARN);
    Suspicion tooFew = suspicion("targets in training", leaking(10, 1));
    assertThat(tooFew.found()).endsWith("too few are left to tell its effect");
    assertThat(tooFew.without()).isEmpty();
  }

  private static Holdout asked(int target, long time) {
    return new Holdout(
        List.of(History.untimed(THREE)), new int[] {target}, new int[] {0}, new long[] {time});
  }

  /** So many questions that were learnt, and so many that were not. */
  private static Holdout leaking(int learnt, int others) {
    int all = learnt + others;
    return new Holdout(
        Collections.nCopies(all, History.untimed(THREE)),
        IntStream.range(0, all).map(i -> i < learnt ? 1 : 3).toArray(),
        new int[all],
        IntStream.range(0, all).mapToLong(i -> i < learnt ? 10 : 30 + i).toArray());
  }

  private static String found(String what, Holdout test) {
    return suspicion(what, test).found().replaceAll(" questions.*", "");
  }

  /** Each target stands second. */
  private static Suspicion suspicion(String what, Holdout test) {
    int[] ranks = new int[test.size()];
    Arrays.fill(ranks, 2);
    Predictions answers =
        new Predictions(
            "second", TargetRanks.ofRanks(ranks, 3), new TopLists(1, new int[test.size()]));
    Split.Parts split = new Split.Parts("planted", TRAIN, test, test, Leaks.of(TRAIN, test));
    return new QuestionCheck(split, answers, Metric.reciprocalRank())
        .suspicions().stream().filter(one -> one.what().startsWith(what)).findFirst().orElseThrow();
  }
}
