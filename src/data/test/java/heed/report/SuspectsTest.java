package heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.Ids;
import heed.log.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectsTest {

  @Test
  void one_user_with_most_of_the_events_is_a_finding() {
    List<String> users = new ArrayList<>();
    for (int row = 0; row < 100; row++) {
      users.add(row < 62 ? "guest" : "u" + row);
    }
    Finding giant = Suspects.giant(Ids.of(users)).orElseThrow();
    assertThat(giant.severity()).isEqualTo(Severity.WARN);
    assertThat(giant.found()).isEqualTo("user 'guest' has 62% of all events");
    assertThat(Suspects.giant(Ids.of(List.of("a", "b", "a")))).isEmpty();
  }

  @Test
  void times_that_are_none_or_too_early_are_a_finding() {
    long[] good = {1_569_888_000_000L, 1_569_888_001_000L};
    assertThat(Suspects.times(true, good)).isEmpty();
    assertThat(Suspects.times(false, good).orElseThrow().found()).contains("order of rows");
    assertThat(
            Suspects.times(true, new long[] {20_191_001, 1_569_888_001_000L}).orElseThrow().found())
        .contains("1 (50%) lie before 1995");
  }

  @Test
  void what_was_done_to_a_log_is_told_beside_its_columns() {
    List<String> reading =
        List.of("user = 'u' (as told)", "a time is written as seconds since 1970", "'u' was 17.0");
    assertThat(Suspects.reading(reading).orElseThrow().found()).isEqualTo("'u' was 17.0");
    assertThat(Suspects.reading(reading.subList(0, 2))).isEmpty();
  }
}
