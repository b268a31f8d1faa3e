package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Ids;
import heed.log.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an event was, beside its item and time, stays with it from the log to a history. */
class EventTypeTest {

  private static final Catalogue LETTERS = Catalogue.of(List.of("a", "b", "c"), Map.of());

  @Test
  void each_event_keeps_its_type_when_events_are_sorted() {
    Sequences sequences = Sequences.of(log("u c 3 buy", "u a 1 view", "v b 2 view", "u b 2 "), 1);
    assertThat(sequences.types()).containsExactly("buy", "view");
    assertThat(types(sequences.history(0))).containsExactly("view", "", "buy");
    assertThat(sequences.type(1, 0)).isEqualTo("view");
  }

  @Test
  void a_log_without_types_tells_none() {
    History history = History.untimed(LETTERS, 1, 2);
    assertThat(history.types()).isEmpty();
    assertThat(types(history)).containsExactly("", "");
  }

  @Test
  void parts_of_a_history_and_of_a_split_keep_them() {
    Sequences sequences =
        Sequences.of(log("u a 1 view", "u b 2 cart", "u c 3 buy", "u a 4 view"), 1);
    assertThat(types(sequences.history(0).last(3).withoutLast(1))).containsExactly("cart", "buy");
    Split.Parts parts = Split.leaveOneOut().of(sequences);
    assertThat(types(parts.train().history(0))).containsExactly("view", "cart");
  }

  @Test
  void a_typed_history_may_say_what_each_event_was() {
    History history = History.untimed(LETTERS, 1, 2, 1).withTypes(List.of("view", "", "buy"));
    assertThat(types(history)).containsExactly("view", "", "buy");
    assertThat(history).isNotEqualTo(History.untimed(LETTERS, 1, 2, 1));
    assertThatThrownBy(() -> history.withTypes(List.of("view")))
        .hasMessageContaining("1 types for 3 events");
  }

  @Test
  void histories_with_types_of_their_own_become_one_sequence_of_types() {
    History one = History.untimed(LETTERS, 1).withTypes(List.of("view"));
    History two = History.untimed(LETTERS, 2, 3).withTypes(List.of("buy", "cart"));
    Sequences sequences = Sequences.of(LETTERS, List.of("u", "v", "w"), List.of(one, two, one));
    assertThat(sequences.types()).containsExactly("buy", "cart", "view");
    assertThat(sequences.histories()).containsExactly(one, two, one);
  }

  @Test
  void types_decide_no_order_but_that_of_one_item_at_one_moment() {
    Random random = new Random(5);
    for (int trial = 0; trial < 50; trial++) {
      List<String> rows =
          new ArrayList<>(Collections.nCopies(40, "").stream().map(any -> row(random)).toList());
      Interactions typed = log(rows.toArray(String[]::new));
      Interactions plain = Interactions.of("plain", typed.users(), typed.items(), times(typed));
      History sorted = Sequences.of(typed, 1).history(0);
      assertThat(sorted.items()).isEqualTo(Sequences.of(plain, 1).history(0).items());
      Collections.shuffle(rows, random);
      assertThat(Sequences.of(log(rows.toArray(String[]::new)), 1).history(0)).isEqualTo(sorted);
    }
  }

  private static String row(Random random) {
    String type = random.nextBoolean() ? "view" : "buy";
    return "u " + "abc".charAt(random.nextInt(3)) + " " + random.nextInt(4) + " " + type;
  }

  private static long[] times(Interactions log) {
    return IntStream.range(0, log.size()).mapToLong(log::time).toArray();
  }

  private static List<String> types(History history) {
    return IntStream.range(0, history.length()).mapToObj(history::type).toList();
  }

  /** Rows of user, item, second and type, which may be empty. */
  private static Interactions log(String... rows) {
    List<String[]> words = Arrays.stream(rows).map(row -> row.split(" ", -1)).toList();
    return Interactions.of(
            "typed",
            Ids.of(words.stream().map(row -> row[0]).toList()),
            Ids.of(words.stream().map(row -> row[1]).toList()),
            words.stream().mapToLong(row -> Long.parseLong(row[2]) * 1_000).toArray())
        .withTypes(Ids.of(words.stream().map(row -> row[3]).toList()));
  }
}
