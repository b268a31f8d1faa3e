package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongHistoryTest {

  private static final List<String> SIXTY =
      IntStream.range(0, 60).mapToObj(i -> "film " + i).toList();

  @Test
  void of_sixty_events_the_heaviest_are_shown_in_their_order_and_all_can_be_had() {
    double[] weights = IntStream.range(0, 60).mapToDouble(i -> i % 2 == 0 ? 60 - i : 0).toArray();
    LongHistory history = LongHistory.of(SIXTY, weights);
    assertThat(history.few()).hasSize(24).isSorted().startsWith(0, 2, 4).endsWith(46);
    assertThat(history.drawn()).hasSize(2);
    assertThat(history.drawn().get(1)).hasSize(60);
    assertThat(history.said()).isEqualTo("the 24 heaviest of 60");
    assertThat(LongHistory.latest(SIXTY).few()).hasSize(24).startsWith(36).endsWith(59);
  }

  @Test
  void a_short_history_is_shown_whole() {
    LongHistory history = LongHistory.of(List.of("a", "b", "c"), new double[] {0, 2, 1});
    assertThat(history.isLong()).isFalse();
    assertThat(history.few()).containsExactly(0, 1, 2);
    assertThat(history.drawn()).hasSize(1);
  }

  @Test
  void an_axis_of_all_events_names_as_many_as_there_is_room_and_always_the_latest() {
    LongHistory history = LongHistory.latest(SIXTY);
    int[] all = history.drawn().get(1);
    assertThat((List<?>) history.ticks(all).values().get("tickvals")).hasSize(30);
    assertThat(((List<?>) history.ticks(all).values().get("ticktext")).get(29))
        .isEqualTo("film 59");
    assertThat((List<?>) history.ticks(history.few()).values().get("tickvals")).hasSize(24);
  }
}
