package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P365D | 365 days | 365 days",
        "P1D | 1 day | day",
        "PT36H | 36 hours | 36 hours",
        "PT90M | 90 minutes | 90 minutes",
        "PT1S | 1 second | second",
        "PT61S | 61 seconds | 61 seconds",
        "PT0.25S | 250 milliseconds | 250 milliseconds",
        "P12345D | 12,345 days | 12,345 days"
      })
  void a_length_is_told_in_the_largest_unit_of_which_it_is_a_whole_number(
      Duration length, String words, String behindLast) {
    assertThat(Durations.words(length)).isEqualTo(words);
    assertThat(Durations.wordsOfOne(length)).isEqualTo(behindLast);
  }
}
