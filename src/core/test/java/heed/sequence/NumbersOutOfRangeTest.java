package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Ids;
import heed.log.Interactions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for a number that is none is told what was asked for, and which there are. */
class NumbersOutOfRangeTest {

  private static final Catalogue TWO = Catalogue.of(List.of("a", "b"), Map.of());
  private static final History HISTORY = History.untimed(TWO, 1, 2, 1);
  private static final Interactions LOG =
      Interactions.of(
          "m",
          Ids.of(List.of("u", "u", "v")),
          Ids.of(List.of("a", "b", "a")),
          new long[] {1, 2, 3});
  private static final Sequences SEQUENCES = Sequences.of(LOG, 1);

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 99})
  void an_item_has_a_number_from_one_to_the_size_of_its_catalogue(int item) {
    String told = "item " + item + " is not in the catalogue, whose items are 1 to 2";
    assertThatThrownBy(() -> TWO.id(item)).hasMessage(told);
    assertThatThrownBy(() -> TWO.title(item)).hasMessage(told);
    assertThatThrownBy(() -> TWO.kinds(item)).hasMessage(told);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 99})
  void events_rows_and_users_are_counted_from_zero(int number) {
    assertThatThrownBy(() -> HISTORY.item(number))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("event " + number + " is not in the history; ask for 0 to 2");
    assertThatThrownBy(() -> HISTORY.time(number)).hasMessageContaining("0 to 2");
    assertThatThrownBy(() -> LOG.time(number))
        .hasMessage("row " + number + " is not in the log; ask for 0 to 2");
    assertThatThrownBy(() -> LOG.value(number)).hasMessageContaining("0 to 2");
    assertThatThrownBy(() -> SEQUENCES.history(number))
        .hasMessage("user " + number + " is not in the sequences; ask for 0 to 1");
    assertThatThrownBy(() -> SEQUENCES.user(number)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> SEQUENCES.length(number)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> SEQUENCES.item(0, number))
        .hasMessage("event " + number + " is not in the user's history; ask for 0 to 1");
    assertThatThrownBy(() -> SEQUENCES.time(0, number)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> History.untimed(TWO).item(number))
        .hasMessage("the history has no event, asked for event " + number);
  }

  @Test
  void fewer_events_than_none_cannot_be_asked_for() {
    assertThatThrownBy(() -> HISTORY.last(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found -1 last events of a history, expected 0 or more");
    assertThatThrownBy(() -> HISTORY.withoutLast(-1)).hasMessageContaining("found -1 last events");
    assertThat(HISTORY.last(0).length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void each_row_of_a_log_is_marked_to_be_kept_or_not(int marks) {
    assertThatThrownBy(() -> LOG.keep(new boolean[marks]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "found " + marks + " marks for 3 rows of the log m", "new boolean[log.size()]");
    assertThat(LOG.keep(new boolean[] {true, false, true}).size()).isEqualTo(2);
  }

  @Test
  void a_log_without_a_name_is_refused() {
    assertThatThrownBy(() -> LOG.withName(null)).hasMessageContaining("name of a log is null");
    assertThatThrownBy(() -> Interactions.of(null, LOG.users(), LOG.items(), new long[3]))
        .hasMessageContaining("name of a log is null");
  }

  @Test
  void what_is_null_is_told_by_its_name() {
    assertThatThrownBy(() -> Interactions.read(null)).hasMessageContaining("path of the log");
    assertThatThrownBy(() -> Sequences.of(null, 1)).hasMessageContaining("log of the sequences");
    assertThatThrownBy(() -> Catalogue.of(null, Map.of()))
        .hasMessageContaining("ids of a catalogue");
    assertThatThrownBy(() -> Catalogue.of(List.of("a"), null)).hasMessageContaining("Map.of()");
    assertThatThrownBy(() -> TWO.number(null)).hasMessageContaining("id of an item");
  }
}
