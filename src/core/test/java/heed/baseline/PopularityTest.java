package heed.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopularityTest {

  private static final long DAY = 86_400;

  private static final Catalogue THREE = Catalogue.of(List.of("a", "b", "c"), Map.of());

  private static final Sequences TRAIN =
      Sequences.of(
          THREE,
          List.of("u", "v"),
          List.of(
              History.of(THREE, new int[] {1, 2}, new long[] {DAY, 10 * DAY}),
              History.of(THREE, new int[] {1, 3}, new long[] {2 * DAY, 11 * DAY})));

  @Test
  void ever_counts_all_events_alike() {
    assertThat(Popularity.ever(TRAIN).score(List.of(History.untimed(THREE)))[0])
        .containsExactly(0, 2, 1, 1);
  }

  @Test
  void recent_counts_the_window_before_the_last_event_of_the_history_and_nothing_after() {
    Popularity recent = Popularity.recent(TRAIN, Duration.ofDays(3));
    History early = History.of(THREE, new int[] {1}, new long[] {2 * DAY});
    History typed = History.untimed(THREE, 1);
    float[][] scores = recent.score(List.of(early, typed));
    assertThat(scores[0]).as("the first two days").containsExactly(0, 2, 0, 0);
    assertThat(scores[1]).as("the end of the log").containsExactly(0, 0, 1, 1);
  }

  @Test
  void changing_what_it_returned_changes_nothing() {
    Popularity ever = Popularity.ever(TRAIN);
    ever.score(List.of(History.untimed(THREE)))[0][1] = -1;
    assertThat(ever.score(List.of(History.untimed(THREE)))[0][1]).isEqualTo(2);
  }

  @Test
  void a_window_without_length_is_refused() {
    assertThatThrownBy(() -> Popularity.recent(TRAIN, Duration.ZERO))
        .hasMessageContaining("longer than zero");
  }
}
