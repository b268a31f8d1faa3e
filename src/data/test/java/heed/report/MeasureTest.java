package heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.log.AttributeMatch;
import heed.log.Interactions;
import heed.log.Severity;
import heed.log.TinyLog;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The measures of a report on logs small enough to count by hand. */
class MeasureTest {

  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  @Test
  void a_calendar_counts_every_event_once_and_keeps_empty_steps() {
    List<Bar> bars = EventCalendar.of(new long[] {0, 59_999, 3 * MINUTE});
    assertThat(bars).extracting(Bar::count).containsExactly(2, 0, 0, 1);
    assertThat(bars.get(3)).isEqualTo(new Bar(3 * MINUTE, 4 * MINUTE, 1));
  }

  @Test
  void stray_times_before_the_log_are_told_from_a_break_within_it() {
    long[] stray = new long[201];
    long[] broken = new long[200];
    for (int i = 0; i < 200; i++) {
      stray[i + 1] = 10_000 * DAY + i * DAY;
      broken[i] = (i < 100 ? 0 : 1_000 * DAY) + i * DAY;
    }
    assertThat(EventCalendar.silence(stray).found()).endsWith("only 1 event before it");
    assertThat(EventCalendar.silence(stray).remedy()).endsWith("from = 1997-05-19");
    assertThat(EventCalendar.silence(broken).severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void a_visit_ends_with_a_gap_longer_than_half_an_hour() {
    Interactions log =
        TinyLog.of("a x 0", "a y 1800", "a z 3601", "b x 0"); // Gaps of 1800 and 1801 seconds.
    Visits visits = Visits.of(EventTimes.of(log.users(), log.events().times()));
    assertThat(visits.visits()).isEqualTo(3);
    assertThat(visits.visitedOnce()).isEqualTo(1);
    assertThat(visits.gaps().stream().mapToInt(Bar::count).sum()).isEqualTo(2);
    assertThat(visits.gaps()).contains(new Bar(30 * MINUTE, 60 * MINUTE, 2));
  }

  @Test
  void the_order_of_rows_counts_steps_back_and_the_direction_of_ties_by_number() {
    Interactions log = TinyLog.of("a 9 5", "a 10 5", "a 2 5", "a 1 4", "b 1 9", "a 1 6");
    assertThat(RowOrder.of(log.users(), log.items(), log.events().times()))
        .isEqualTo(new RowOrder(4, 1, 1, 1, 1));
  }

  @Test
  void newcomers_are_those_not_met_in_an_earlier_period() {
    Interactions log = TinyLog.of("a x 1", "b x 2", "a y 3", "c x 4");
    long[] times = log.events().times();
    Periods periods = Periods.of(times, 2);
    List<Period> cold =
        NewcomerCheck.of(log.users(), log.items(), times, periods, periods.of(times));
    assertThat(cold).extracting(Period::newUsers).containsExactly(1.0, 0.5); // c, of a and c.
    assertThat(cold).extracting(Period::newItems).containsExactly(1.0, 0.5); // y, of y and x.
  }

  @Test
  void few_values_have_a_bar_each_and_many_share_thirty() {
    assertThat(ValueSpread.of(new double[] {1, 1, 4}))
        .containsExactly(new Bar(1, 1, 2), new Bar(4, 4, 1));
    double[] many = new double[1_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = Math.pow(10, i / 333.0);
    }
    List<Bar> bars = ValueSpread.of(many);
    assertThat(bars).hasSize(30);
    assertThat(bars.stream().mapToInt(Bar::count).sum()).isEqualTo(1_000);
    assertThat(bars.get(1).to() / bars.get(1).from())
        .isCloseTo(bars.get(0).to() / bars.get(0).from(), within(1e-9));
  }

  @Test
  void bars_of_whole_numbers_begin_at_whole_numbers() {
    double[] counts = IntStream.rangeClosed(-3, 97).asDoubleStream().toArray();
    List<Bar> bars = ValueSpread.of(counts);
    assertThat(bars).allSatisfy(bar -> assertThat(bar.from() % 1).isZero());
    assertThat(bars.stream().mapToInt(Bar::count).sum()).isEqualTo(counts.length);
  }

  @Test
  void a_few_values_far_out_do_not_hide_how_the_others_are_spread() {
    double[] prices = new double[1_001];
    for (int i = 0; i < 1_000; i++) {
      prices[i] = i / 100.0 - 5;
    }
    prices[1_000] = 50_000;
    List<Bar> bars = ValueSpread.of(prices);
    assertThat(bars).hasSize(32).extracting(Bar::count).allMatch(count -> count < 50);
    assertThat(bars.get(31).to()).isEqualTo(50_000);
    assertThat(bars.stream().mapToInt(Bar::count).sum()).isEqualTo(1_001);
  }

  @Test
  void values_far_from_the_middle_are_outlying_unless_they_are_levels() {
    double[] values = {1, 2, 3, 4, 100}; // z = 0.6745 * 97 / 1
    assertThat(Outliers.values(values, values, false).orElseThrow().found()).startsWith("1 (20%)");
    double[] ratings = {-50, 1, 2, 3, 4};
    assertThat(Outliers.values(ratings, ratings, true)).isEmpty();
    double[] infinite = {1, 2, Double.POSITIVE_INFINITY};
    assertThat(Outliers.values(infinite, new double[] {1, 2}, true).orElseThrow().found())
        .startsWith("1 (33%)");
  }

  @Test
  void attributes_without_a_row_are_told_only_where_there_are_attributes() {
    AttributeMatch none = new AttributeMatch(0, 2, List.of(), List.of("x", "y"));
    assertThat(Missing.attributes("item attributes", "log.itemMatch()", none)).isEmpty();
    AttributeMatch some = new AttributeMatch(1, 2, List.of(), List.of("y"));
    assertThat(Missing.attributes("item attributes", "log.itemMatch()", some))
        .get()
        .isEqualTo(
            Finding.note(
                "item attributes",
                "0 of 1 rows have no events; 1 of 2 ids have no row",
                "are the ids written alike in both files?",
                "log.itemMatch().withoutRow()"));
  }
}
