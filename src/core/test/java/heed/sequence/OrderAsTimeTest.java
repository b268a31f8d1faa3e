package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Popularity;
import heed.evaluation.checkup.CheckUp;
import heed.log.Interactions;
import heed.log.Origin;
import heed.log.Severity;
import heed.log.TinyLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log whose order of rows stands for the time of its events. */
class OrderAsTimeTest {

  private static final Interactions TIMED =
      TinyLog.of("ann a 1", "ann b 2", "ann c 3", "ann d 4", "bob b 5", "bob a 6", "bob c 7");

  private static final Interactions ORDERED =
      Interactions.of(new Origin("tiny", List.of(), List.of(), false), TIMED.events());

  private static final Map<String, Split> TIMES =
      Map.of(
          "cut in time", Split.byTime(.4, .3),
          "cut in time after", Split.leaveOneOutByTime(.4, .3),
          "next basket", Split.nextBasket(),
          "next session", Split.nextSession(Duration.ofSeconds(1)),
          "next 2 seconds", Split.nextPeriod(Duration.ofSeconds(2)),
          "learn from",
              Split.slidingWindows(Sequences.of(TIMED, 1), 1, second(3), second(2)).get(0));

  @ParameterizedTest
  @MethodSource("timed")
  void splits_by_time_refuse_it_and_say_what_does(String name) {
    assertThatThrownBy(() -> TIMES.get(name).of(Sequences.of(ORDERED, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("the log has none: the order of its rows stands for them")
        .hasMessageContaining("Split.leaveOneOut()");
  }

  static Stream<String> timed() {
    return TIMES.keySet().stream();
  }

  @Test
  void a_replay_by_periods_refuses_it() {
    assertThatThrownBy(
            () -> Split.slidingWindows(Sequences.of(ORDERED, 1), 1, second(3), second(2)))
        .hasMessageContaining("sliding windows: this needs the times of events");
  }

  @Test
  void splits_by_order_take_it() {
    Sequences sequences = Sequences.of(ORDERED, 1);
    assertThat(Split.leaveOneOut().of(sequences).test().size()).isEqualTo(2);
    assertThat(Split.nextEvents(1).of(sequences).test().size()).isEqualTo(2);
  }

  @Test
  void parts_and_steps_keep_it_in_mind() {
    Sequences sequences = Sequences.of(ORDERED.kCore(2), 1);
    assertThat(sequences.hasTimes()).isFalse();
    assertThat(Split.leaveOneOut().of(sequences).train().hasTimes()).isFalse();
    assertThat(Sequences.of(TIMED, 1).hasTimes()).isTrue();
  }

  @Test
  void nothing_is_said_of_what_others_did_later() {
    Split.Parts parts = Split.leaveOneOut().of(Sequences.of(ORDERED, 1));
    assertThat(Split.leaveOneOut().of(Sequences.of(TIMED, 1)).leaks().afterTheTarget())
        .isPositive();
    assertThat(parts.leaks().afterTheTarget()).isZero();
    assertThat(CheckUp.of(parts, Popularity.ever(parts.train())).suspicions())
        .filteredOn(one -> one.what().matches("items of the future.*|targets before the last.*"))
        .hasSize(2)
        .allMatch(one -> one.found().startsWith("not known: the log has no times"))
        .allMatch(one -> one.severity() == Severity.NOTE);
  }

  private static Duration second(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
