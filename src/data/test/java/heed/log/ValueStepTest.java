package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.preparation.Field;
import heed.preparation.Steps;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps about values and types. */
class ValueStepTest {

  private final Interactions log =
      TinyLog.of("ann a 1 1", "ann b 2 -", "ann c 3 2", "bob a 4 -", "cid a 5 4", "cid b 6 5");

  @Test
  void rows_without_value_are_dropped() {
    assertThat(values(Steps.dropMissing(Field.VALUE))).containsExactly(1, 2, 4, 5);
  }

  @Test
  void a_missing_type_is_an_empty_one() {
    Interactions typed = TinyLog.of("ann a 1 1 view", "ann b 2 1 -");
    assertThat(Steps.dropMissing(Field.TYPE).of(typed).items()).containsExactly("a");
  }

  @Test
  void gaps_are_filled_by_a_number_and_the_record_states_it() {
    assertThat(values(Steps.impute(0.5))).containsExactly(1, 0.5, 2, 0.5, 4, 5);
    assertThat(values(Steps.imputeMedian())).containsExactly(1, 3, 2, 3, 4, 5);
    assertThat(recorded(Steps.imputeMedian())).isEqualTo("impute value by median 3");
    // ann has (1 + 2) / 2; bob has none, so the mean of all, 12 / 4.
    assertThat(values(Steps.imputeMeanOfUser())).containsExactly(1, 1.5, 2, 3, 4, 5);
    assertThat(recorded(Steps.imputeMeanOfUser()))
        .isEqualTo("impute value by mean of the user, or else of all 3");
  }

  @Test
  void a_log_without_values_may_be_given_one() {
    assertThat(Steps.impute(1).of(TinyLog.of("ann a 1")).value(0)).isEqualTo(1);
  }

  @Test
  void a_fitted_median_holds_for_another_log() {
    Step fitted = Steps.imputeMedian().fitted(log);
    assertThat(fitted.of(TinyLog.of("ann a 1 100", "ann b 2 -")).value(1)).isEqualTo(3);
  }

  @Test
  void values_beyond_the_quantiles_move_to_them() {
    String[] rows =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> "ann i" + i + " " + i + " " + i * i)
            .toArray(String[]::new);
    Interactions squares = TinyLog.of(rows);
    Step step = Steps.winsorize(.25, .95);
    // Of 0, 1, 4, ... 100, place 2.5 rounded down is 4; place 9.5 rounded up is 100.
    assertThat(step.fitted(squares).name())
        .isEqualTo("winsorize values to their quantiles 0.25 and 0.95, 4 and 100");
    assertThat(values(squares, step)).containsExactly(4, 4, 4, 9, 16, 25, 36, 49, 64, 81, 100);
    assertThat(values(squares, Steps.winsorize(0, .5))[10]).isEqualTo(25);
    assertThat(values(Steps.winsorize(0, .5))).containsExactly(1, Double.NaN, 2, Double.NaN, 4, 4);
  }

  @Test
  void at_least_keeps_the_threshold_and_the_values_and_no_gap() {
    assertThat(values(Steps.atLeast(4))).containsExactly(4, 5);
    assertThat(values(Steps.atLeast(-1))).containsExactly(1, 2, 4, 5);
  }

  @Test
  void types_are_kept_by_name_and_an_unknown_one_is_told_the_known() {
    Interactions typed = TinyLog.of("ann a 1 - view", "ann b 2 - buy", "ann c 3 - cart");
    assertThat(Steps.ofTypes("cart", "buy").of(typed).items()).containsExactly("b", "c");
    assertThatThrownBy(() -> Steps.ofTypes("bye").of(typed))
        .hasMessage("no event of type 'bye' in tiny; its types are buy, cart, view");
  }

  @Test
  void users_who_deal_in_more_go_with_all_their_rows() {
    // ann has 1 and 2, bob none, cid 4 and 5.
    assertThat(Steps.usersWithMedianAtMost(1.5).of(log).users())
        .containsExactly("ann", "ann", "ann", "bob");
    assertThat(Steps.usersWithMedianAtMost(1.4).of(log).users()).containsExactly("bob");
    assertThat(recorded(Steps.usersWithMedianAtMost(1.5)))
        .isEqualTo("keep users whose median value is at most 1.5");
  }

  @Test
  void items_are_kept_whose_whole_id_matches() {
    Interactions shop = TinyLog.of("ann 12345 1", "ann 12345A 2", "bob POST 3", "bob x12345 4");
    assertThat(Steps.itemsMatching("\\d{5}.*").of(shop).items()).containsExactly("12345", "12345A");
    assertThatThrownBy(() -> Steps.itemsMatching("(a"))
        .hasMessageContaining("found '(a'")
        .hasMessageContaining("Unclosed group");
  }

  private String recorded(Step step) {
    return log.prepared(step).steps().get(0).step();
  }

  private double[] values(Step step) {
    return values(log, step);
  }

  private static double[] values(Interactions log, Step step) {
    Interactions after = step.of(log);
    return IntStream.range(0, after.size()).mapToDouble(after::value).toArray();
  }
}
