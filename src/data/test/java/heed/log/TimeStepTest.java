package heed.log;

import static org.assertj.core.api.Assertions.assertThat;

import heed.preparation.RemoveBots;
import heed.preparation.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps about time: periods, sessions, bots. */
class TimeStepTest {

  private static final int DAY = 86_400;

  @Test
  void a_period_holds_its_start_but_not_its_end() {
    Interactions log =
        TinyLog.of("u a " + (DAY - 1), "u b " + DAY, "u c " + (2 * DAY - .001), "u d " + 2 * DAY);
    assertThat(Steps.period(LocalDate.of(1970, 1, 2), LocalDate.of(1970, 1, 3)).of(log).items())
        .containsExactly("b", "c");
    assertThat(Steps.period(Instant.ofEpochSecond(2 * DAY), Instant.MAX).of(log).items())
        .containsExactly("d");
    assertThat(Steps.period(Instant.MIN, Instant.ofEpochSecond(DAY, 1)).of(log).items())
        .containsExactly("a", "b");
    assertThat(Steps.period(Instant.ofEpochSecond(DAY, 1), Instant.MAX).of(log).items())
        .containsExactly("c", "d");
  }

  @Test
  void the_last_days_end_with_the_day_of_the_last_event() {
    Interactions log = TinyLog.of("u c " + 2.9 * DAY, "u a " + .9 * DAY, "u b " + DAY);
    assertThat(Steps.lastDays(2).of(log).items()).containsExactly("c", "b");
    assertThat(Steps.lastDays(1).of(log).items()).containsExactly("c");
    assertThat(Steps.lastDays(2).fitted(log).name())
        .isEqualTo("events from 1970-01-02 to before 1970-01-04");
  }

  @Test
  void a_pause_of_just_the_gap_does_not_part_a_session_and_a_longer_one_does() {
    Interactions log = TinyLog.of("ann a 0", "ann b 1800", "ann c 3600.001", "bob a 1900");
    assertThat(Steps.sessions(Duration.ofMinutes(30)).of(log).sessions().orElseThrow())
        .containsExactly(
            "ann 1970-01-01T00:00:00Z",
            "ann 1970-01-01T00:00:00Z",
            "ann 1970-01-01T01:00:00.001Z",
            "bob 1970-01-01T00:31:40Z");
  }

  @Test
  void sessions_do_not_depend_on_the_order_of_rows() {
    Interactions log = TinyLog.random(4, 400);
    Step step = Steps.sessions(Duration.ofHours(2));
    Map<String, String> sessions = new HashMap<>();
    Interactions parted = step.of(log);
    for (int row = 0; row < log.size(); row++) {
      sessions.put(log.users().get(row) + log.time(row), parted.sessions().orElseThrow().get(row));
    }
    assertThat(parted.sessions().orElseThrow().distinct().size()).isBetween(100, 350);
    Interactions shuffled = step.of(TinyLog.shuffled(log, 1));
    for (int row = 0; row < log.size(); row++) {
      assertThat(shuffled.sessions().orElseThrow().get(row))
          .isEqualTo(sessions.get(shuffled.users().get(row) + shuffled.time(row)));
    }
  }

  @Test
  void a_gap_of_centuries_makes_one_session_of_each_user() {
    Interactions log = TinyLog.random(4, 400);
    Ids sessions = Steps.sessions(Duration.ofSeconds(Long.MAX_VALUE)).of(log).sessions().get();
    assertThat(sessions.distinct()).hasSameSizeAs(log.users().distinct());
  }

  @Test
  void a_user_far_longer_than_the_long_ones_is_a_bot() {
    // Users of 2, 4, 8, 8 and of n events: the median is 8, and only n lies above it. With users of
    // 16 and 32 more, those above lie at distances log 2, log 4 and log(n / 8).
    int[] lengths = {2, 4, 8, 8, 16, 32, 1_000};
    Interactions log = ofLengths(lengths);
    RemoveBots bots = Steps.withoutBots().withDeviations(1.5);
    // 8 times 4 to the power of 1.4826 times 1.5 is 174.6.
    assertThat(bots.fitted(log).name())
        .isEqualTo("without bots: more than 174 events, or more than 60 a minute");
    assertThat(bots.of(log).users().distinct()).containsExactly("u0", "u1", "u2", "u3", "u4", "u5");
    assertThat(bots.withDeviations(6).of(log).users().distinct()).hasSize(7);
  }

  @Test
  void lengths_that_do_not_differ_make_no_bot() {
    assertThat(Steps.withoutBots().fitted(ofLengths(5, 5, 5)).name())
        .startsWith("without bots: lengths not judged");
  }

  private static Interactions ofLengths(int... lengths) {
    return TinyLog.of(
        IntStream.range(0, lengths.length)
            .boxed()
            .flatMap(
                user ->
                    IntStream.range(0, lengths[user])
                        .mapToObj(i -> "u" + user + " i" + i + " " + 61 * i))
            .toArray(String[]::new));
  }

  @Test
  void a_user_with_more_events_in_a_minute_than_allowed_is_a_bot() {
    Interactions log =
        TinyLog.of("ann a 59.999", "ann b 0", "ann c 30", "bob a 0", "bob b 60", "bob c 30");
    assertThat(Steps.withoutBots().withPerMinute(2).of(log).users().distinct())
        .containsExactly("bob");
    assertThat(Steps.withoutBots().withPerMinute(3).of(log).users().distinct())
        .containsExactly("ann", "bob");
    assertThat(Steps.withoutBots().withPerMinute(Integer.MAX_VALUE - 1).of(log).size())
        .isEqualTo(6);
  }

  @Test
  void times_of_whole_days_tell_no_pace() {
    Interactions log = TinyLog.of("ann a 86400", "ann b 86400", "bob c 172800");
    Step step = Steps.withoutBots().withPerMinute(1);
    assertThat(step.of(log).size()).isEqualTo(3);
    assertThat(step.fitted(log).name()).endsWith("pace not judged");
  }

  @Test
  void two_users_of_the_bundled_log_are_faster_than_a_hand() {
    Interactions log = Interactions.read(Path.of("data/ml-latest-small/ratings.csv"));
    Interactions people = log.prepared(Steps.withoutBots());
    assertThat(people.users().distinct()).hasSize(608);
    assertThat(people.users().distinct()).doesNotContain("191", "534");
  }
}
