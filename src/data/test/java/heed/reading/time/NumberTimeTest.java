package heed.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberTimeTest {

  @Test
  void a_number_is_a_plausible_time_in_one_unit_at_most() {
    assertThat(units(1_569_888_000d)).containsExactly(NumberTime.SECONDS);
    assertThat(units(1_569_888_000_000d)).containsExactly(NumberTime.MILLISECONDS);
    assertThat(units(1_569_888_000_000_000d)).containsExactly(NumberTime.MICROSECONDS);
    assertThat(units(1_569_888_000_000_000_000d)).containsExactly(NumberTime.NANOSECONDS);
    assertThat(units(20_191_001)).containsExactly(NumberTime.DATES);
    assertThat(units(20_191_001_123_000d)).containsExactly(NumberTime.DATES_WITH_SECONDS);
    assertThat(units(201_910_011_230d)).containsExactly(NumberTime.DATES_WITH_MINUTES);
    assertThat(units(2_019_100_112d)).containsExactly(NumberTime.DATES_WITH_HOURS);
    assertThat(units(2_019_100_124d)).isEmpty();
    assertThat(units(43_739.5)).containsExactly(NumberTime.EXCEL_DAYS);
    assertThat(units(18_170)).containsExactly(NumberTime.DAYS);
  }

  @Test
  void counts_and_days_that_there_are_not_are_no_times() {
    assertThat(units(0)).isEmpty();
    assertThat(units(1001)).isEmpty();
    assertThat(units(20_191_301)).isEmpty();
    assertThat(units(20_190_231)).isEmpty();
    assertThat(units(-1)).isEmpty();
  }

  @Test
  void day_and_month_change_places_where_both_are_numbers() {
    assertThat(TextTime.of("10/12/2019").get(0).turned()).isPresent();
    assertThat(TextTime.of("12.10.2019").get(0).turned()).isEmpty();
    assertThat(TextTime.isIso("2019-10-01 12:30:00+02:00")).isTrue();
    assertThat(TextTime.isIso("B0-12")).isFalse();
  }

  private static List<NumberTime> units(double number) {
    return Arrays.stream(NumberTime.values()).filter(unit -> unit.isPlausible(number)).toList();
  }
}
