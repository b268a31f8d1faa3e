package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final Catalogue ABC = Catalogue.of(List.of("a", "b", "c"), Map.of());

  @Test
  void catalogues_of_the_same_ids_are_equal_whatever_their_titles_and_kinds() {
    Catalogue titled =
        Catalogue.of(List.of("c", "b", "a", "a"), Map.of("a", "Alien"))
            .withKinds(id -> List.of("horror"));
    assertThat(titled).isEqualTo(ABC).hasSameHashCodeAs(ABC);
    assertThat(titled.fingerprint()).isEqualTo(ABC.fingerprint()).hasSize(64);
  }

  @Test
  void catalogues_of_other_ids_differ_also_where_they_are_of_equal_size() {
    assertThat(Catalogue.of(List.of("a", "b", "d"), Map.of())).isNotEqualTo(ABC);
    assertThat(Catalogue.of(List.of("a", "b"), Map.of())).isNotEqualTo(ABC);
    assertThat(Catalogue.of(List.of("ab", "c"), Map.of()))
        .isNotEqualTo(Catalogue.of(List.of("a", "bc"), Map.of()));
    assertThat(ABC).isNotEqualTo("a b c");
  }

  @Test
  void a_saved_and_loaded_catalogue_is_equal(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("catalogue.json");
    ABC.save(file);
    assertThat(Catalogue.load(file)).isEqualTo(ABC).isNotSameAs(ABC);
  }

  @Test
  void a_million_ids_are_compared_once_and_then_at_once() {
    List<String> ids = IntStream.range(0, 200_000).mapToObj(Integer::toString).toList();
    Catalogue one = Catalogue.of(ids, Map.of());
    Catalogue other = Catalogue.of(ids, Map.of());
    assertThat(one.fingerprint()).isSameAs(one.fingerprint());
    long equal = IntStream.range(0, 1_000_000).filter(i -> one.equals(other)).count();
    assertThat(equal).isEqualTo(1_000_000);
  }

  @Test
  void the_guard_says_how_many_ids_differ_and_names_the_first() {
    Catalogue other = Catalogue.of(List.of("b", "c", "x"), Map.of());
    assertThatThrownBy(() -> ABC.requireSame(other, "popularity", "the history"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("popularity knows another catalogue (3 items) than the history (3")
        .hasMessageContaining("it lacks 1 id ('x') and has 1 id ('a') more")
        .hasMessageContaining("make histories with the catalogue of the one who is asked");
    Catalogue larger = Catalogue.of(List.of("a", "b", "c", "d", "e", "f", "g"), Map.of());
    assertThatThrownBy(() -> ABC.requireSame(larger, "popularity", "the history"))
        .hasMessageContaining("it lacks 4 ids ('d', 'e', 'f', ...) and has no id more");
    assertThatCode(() -> ABC.requireSame(Catalogue.of(List.of("c", "b", "a"), Map.of()), "p", "h"))
        .doesNotThrowAnyException();
  }

  @Test
  void histories_of_another_catalogue_and_missing_ones_are_refused() {
    History own = History.untimed(Catalogue.of(List.of("a", "b", "c"), Map.of()), 1);
    History foreign = History.untimed(Catalogue.of(List.of("x", "y", "z"), Map.of()), 1);
    assertThatCode(() -> ABC.requireSame(List.of(own, own), () -> "who"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ABC.requireSame(List.of(own, foreign), () -> "who"))
        .hasMessageContaining("who knows another catalogue");
    assertThatThrownBy(() -> ABC.requireSame(Arrays.asList(own, null), () -> "who"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("who was given no history at index 1 of 2, found null")
        .hasMessageContaining("History.untimed(catalogue)");
  }

  @Test
  void the_same_numbers_of_another_catalogue_are_another_history() {
    Catalogue xyz = Catalogue.of(List.of("x", "y", "z"), Map.of());
    assertThat(History.untimed(ABC, 1, 2))
        .isNotEqualTo(History.untimed(xyz, 1, 2))
        .isEqualTo(History.untimed(Catalogue.of(List.of("a", "b", "c"), Map.of()), 1, 2));
  }

  @Test
  void sequences_questions_and_parts_of_two_catalogues_do_not_mix() {
    Catalogue xyz = Catalogue.of(List.of("x", "y", "z"), Map.of());
    History own = History.untimed(ABC, 1, 2);
    History foreign = History.untimed(xyz, 1, 2);
    assertThatThrownBy(() -> Sequences.of(ABC, List.of("u"), List.of(foreign)))
        .hasMessageContaining("another catalogue");
    assertThatThrownBy(() -> Holdout.of(List.of(own, foreign), 3, 3))
        .hasMessageContaining("another catalogue");
    Sequences train = Sequences.of(ABC, List.of("u"), List.of(own));
    Holdout strange = Holdout.of(List.of(foreign), 3);
    assertThatThrownBy(() -> Leaks.of(train, strange)).hasMessageContaining("another catalogue");
    assertThatThrownBy(() -> ColdStart.of(train, strange))
        .hasMessageContaining("another catalogue");
    Holdout good = Holdout.of(List.of(own), 3);
    Leaks none = new Leaks(1, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> new Split.Parts("mine", train, good, strange, none))
        .hasMessageContaining("the training part knows another catalogue")
        .hasMessageContaining("than the test part");
  }

  @Test
  void where_items_have_no_titles_that_is_said_with_how_to_give_them() {
    Catalogue ids = Catalogue.of(List.of("1", "10", "100"), Map.of());
    assertThatThrownBy(() -> ids.history("Heat"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no item called 'Heat'", "no titles", "log.withTitles")
        .hasMessageNotContaining("near it");
    Catalogue words = Catalogue.of(List.of("whole milk", "rolls"), Map.of());
    assertThatThrownBy(() -> words.history("milk")).hasMessageContaining("near it: 'whole milk'");
  }
}
