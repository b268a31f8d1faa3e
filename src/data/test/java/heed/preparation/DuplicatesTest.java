package heed.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.Interactions;
import heed.log.Step;
import heed.log.TinyLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private final Interactions log =
      TinyLog.of(
          "ann a 30 3", "bob a 10 1", "ann b 10 5", "ann a 10 1", "ann a 30 4", "ann a 20 -");

  @Test
  void of_a_user_and_item_the_earliest_stays_where_it_stood() {
    assertThat(rows(Steps.keepFirst(DuplicateKey.USER_AND_ITEM)))
        .containsExactly("bob a 10.0 1.0 - -", "ann b 10.0 5.0 - -", "ann a 10.0 1.0 - -");
  }

  @Test
  void of_a_user_and_item_the_latest_stays_and_of_a_moment_the_last_row() {
    assertThat(rows(Steps.keepLast(DuplicateKey.USER_AND_ITEM)))
        .containsExactly("bob a 10.0 1.0 - -", "ann b 10.0 5.0 - -", "ann a 30.0 4.0 - -");
  }

  @Test
  void a_count_is_the_value_of_the_latest() {
    assertThat(rows(Steps.countDuplicates(DuplicateKey.USER_AND_ITEM)))
        .containsExactly("bob a 10.0 1.0 - -", "ann b 10.0 1.0 - -", "ann a 30.0 4.0 - -");
  }

  @Test
  void at_different_times_rows_are_no_duplicates_of_a_moment() {
    assertThat(rows(Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME)))
        .hasSize(5)
        .contains("ann a 30.0 3.0 - -")
        .doesNotContain("ann a 30.0 4.0 - -");
    assertThat(rows(Steps.countDuplicates(DuplicateKey.USER_ITEM_AND_TIME)))
        .containsExactly(
            "bob a 10.0 1.0 - -",
            "ann b 10.0 1.0 - -",
            "ann a 10.0 1.0 - -",
            "ann a 30.0 2.0 - -",
            "ann a 20.0 1.0 - -");
  }

  @Test
  void rows_of_other_types_are_no_duplicates_of_a_moment_but_of_a_pair() {
    Interactions typed = TinyLog.of("ann a 1 1 view", "ann a 1 1 buy", "ann a 1 1 view");
    assertThat(TinyLog.rows(Steps.keepLast(DuplicateKey.USER_ITEM_AND_TIME).of(typed)))
        .containsExactly("ann a 1.0 1.0 buy -", "ann a 1.0 1.0 view -");
    assertThat(TinyLog.rows(Steps.keepLast(DuplicateKey.USER_AND_ITEM).of(typed)))
        .containsExactly("ann a 1.0 1.0 view -");
  }

  private List<String> rows(Step step) {
    return TinyLog.rows(step.of(log));
  }
}
