package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CountedTest {

  @Test
  void one_thing_is_told_in_the_singular_and_all_other_counts_are_not() {
    assertThat(Counted.of(1, "bad row")).isEqualTo("1 bad row");
    assertThat(Counted.of(0, "bad row")).isEqualTo("0 bad rows");
    assertThat(Counted.of(1_200, "bad row")).isEqualTo("1,200 bad rows");
    assertThat(Counted.of(2, "query", "queries")).isEqualTo("2 queries");
    assertThat(Counted.of(1, "query", "queries")).isEqualTo("1 query");
  }

  @Test
  void a_column_is_named_for_one_role() {
    assertThatThrownBy(() -> Columns.of("user", "user", "time"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the column 'user' named twice, as user and as item");
    assertThatThrownBy(() -> Columns.parse("user=a,time=a")).hasMessageContaining("named twice");
    // On the way to other names a column may be named twice.
    Columns turned = Columns.of("a", "b", "time").withUser("b").withItem("a");
    assertThat(turned.requireDistinct()).isEqualTo(Columns.of("b", "a", "time"));
  }

  @Test
  void a_core_of_nobody_is_refused_with_what_is_usual() {
    assertThatThrownBy(() -> new KCore(0)).hasMessageContaining("found 0; 5 is usual");
  }
}
