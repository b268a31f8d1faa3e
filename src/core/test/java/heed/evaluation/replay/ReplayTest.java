package heed.evaluation.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.evaluation.Metric;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  /** Ann at 10, 20, 110, 205; Bob at 120, 130. */
  private static final Sequences LOG =
      Sequences.of(
          FIVE,
          List.of("ann", "bob"),
          List.of(
              History.of(FIVE, new int[] {1, 2, 3, 4}, new long[] {10, 20, 110, 205}),
              History.of(FIVE, new int[] {5, 1}, new long[] {120, 130})));

  private static final Instant AT_100 = Instant.ofEpochSecond(100);

  /** Likes the item after the last one that it is told of best, and the first if there is none. */
  private record After(String name) implements Recommender {

    @Override
    public Catalogue catalogue() {
      return FIVE;
    }

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream().map(After::score).toArray(float[][]::new);
    }

    private static float[] score(History history) {
      int last = history.length() == 0 ? 0 : history.item(history.length() - 1);
      float[] scores = {0, .1f, .2f, .3f, .4f, .5f};
      scores[last % 5 + 1] = 1;
      return scores;
    }
  }

  @Test
  void every_event_behind_the_training_is_asked_with_the_history_up_to_it() {
    ReplayReport report = Replay.of(LOG, AT_100).run((before, at) -> List.of(new After("after")));
    assertThat(report.report().holdout().targets()).containsExactly(3, 4, 5, 1);
    assertThat(report.report().holdout().histories())
        .extracting(history -> history.titles().toString())
        .containsExactly("[a, b]", "[a, b, c]", "[]", "[e]");
    assertThat(report.sinceTraining()).containsExactly(10, 105, 20, 30);
  }

  @Test
  void a_training_knows_what_came_before_it_and_answers_until_the_next() {
    List<Integer> known = new ArrayList<>();
    List<Instant> moments = new ArrayList<>();
    ReplayReport report =
        Replay.every(LOG, AT_100, Duration.ofSeconds(50))
            .run(
                (before, at) -> {
                  known.add(before.events());
                  moments.add(at);
                  return List.of(new After("after"));
                });
    assertThat(known).as("nothing is asked between 150 and 200").containsExactly(2, 5);
    assertThat(moments).containsExactly(AT_100, Instant.ofEpochSecond(200));
    assertThat(report.report().holdout().targets()).containsExactly(3, 5, 1, 4);
    assertThat(report.sinceTraining()).containsExactly(10, 20, 30, 5);
  }

  @Test
  void who_is_frozen_hears_nothing_of_what_came_since() {
    After fresh = new After("after");
    ReplayReport report =
        Replay.of(LOG, AT_100).run((before, at) -> List.of(fresh, new Frozen(fresh, at)));
    assertThat(report.report().answers().get(0).ranks())
        .as("after b comes c, after c comes d, after e comes a; Bob's first event is not foreseen")
        .containsExactly(1, 1, 2, 1);
    assertThat(report.report().answers().get(1).ranks())
        .as("c is expected for ever after b, and a of Bob")
        .containsExactly(1, 2, 2, 1);
    assertThat(report.report().answers().get(1).recommender()).isEqualTo("after, stale");
  }

  @Test
  void what_a_frozen_recommender_has_not_heard_of_is_left_out_of_its_list_all_the_same() {
    ReplayReport report =
        Replay.of(LOG, AT_100).run((before, at) -> List.of(new Frozen(new After("after"), at)));
    assertThat(report.report().seen()).isEqualTo(Seen.EXCLUDED);
    assertThat(report.report().answers().get(0).lists().list(1))
        .as("Ann has met a, b and c")
        .containsExactly(5, 4);
  }

  @Test
  void questions_are_sorted_by_the_time_since_the_training() {
    ReplayReport report = Replay.of(LOG, AT_100).run((before, at) -> List.of(new After("after")));
    assertThat(
            report.by(Metric.hitRate(1), Duration.ofSeconds(20), Duration.ofMinutes(1)).columns())
        .containsExactly(
            "first 20 seconds (1)", "20 seconds to 1 minute (2)", "after 1 minute (1)");
    assertThat(
            report
                .by(Metric.hitRate(1), Duration.ofSeconds(20), Duration.ofMinutes(1))
                .rows()
                .get(0)
                .estimates())
        .extracting(estimate -> estimate.value())
        .containsExactly(1.0, 0.5, 1.0);
    assertThat(report.by(Metric.hitRate(1)).columns()).containsExactly("all (4)");
  }

  @Test
  void one_may_ask_about_known_users_only_and_about_some_events_only() {
    Retraining retraining = (before, at) -> List.of(new After("after"));
    assertThat(Replay.of(LOG, AT_100).withKnownEvents(2).run(retraining).report().holdout().users())
        .containsExactly(0, 0);
    assertThat(Replay.of(LOG, AT_100).withEveryNth(3).run(retraining).report().holdout().targets())
        .containsExactly(3, 1);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> new Replay(LOG, List.of(), 0, 1)).hasMessageContaining("found []");
    assertThatThrownBy(() -> new Replay(LOG, List.of(AT_100, AT_100), 0, 1))
        .hasMessageContaining("each later than the one before");
    assertThatThrownBy(() -> Replay.every(LOG, AT_100, Duration.ZERO))
        .hasMessageContaining("a second or more apart");
    assertThatThrownBy(() -> Replay.of(LOG, AT_100).withEveryNth(0))
        .hasMessageContaining("at least 1 in 1 question");
    Retraining retraining = (before, at) -> List.of(new After("after"));
    assertThatThrownBy(() -> Replay.of(LOG, Instant.ofEpochSecond(300)).run(retraining))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("train earlier");
    assertThatThrownBy(
            () ->
                Replay.every(LOG, AT_100, Duration.ofSeconds(50))
                    .run((before, at) -> List.of(new After("at " + at))))
        .hasMessageContaining("gives the same recommenders");
    ReplayReport report = Replay.of(LOG, AT_100).run(retraining);
    assertThatThrownBy(() -> report.segments(Duration.ofDays(2), Duration.ofDays(1)))
        .hasMessageContaining("ascend");
  }
}
