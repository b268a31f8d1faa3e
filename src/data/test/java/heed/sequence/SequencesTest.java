package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.file.Resealed;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Interactions;
import heed.reading.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SequencesTest {

  @TempDir Path folder;

  @Test
  void events_are_ordered_by_time_within_a_user() throws IOException {
    Sequences sequences = sequences("u,c,30", "v,a,964982000", "u,a,10", "u,b,20");
    assertThat(sequences.size()).isEqualTo(2);
    assertThat(sequences.history(0).titles()).containsExactly("a", "b", "c");
    assertThat(sequences.length(1)).isEqualTo(1);
    assertThat(sequences.time(0, 2)).isEqualTo(964980030);
  }

  @Test
  void ties_in_time_do_not_depend_on_the_order_of_the_file_but_on_the_seed() throws IOException {
    String[] rows = new String[8];
    String[] reversed = new String[8];
    for (int i = 0; i < 8; i++) {
      rows[i] = "u,item" + i + ",7";
      reversed[7 - i] = rows[i];
    }
    List<String> order = sequences(rows).history(0).titles();
    assertThat(sequences(reversed).history(0).titles()).isEqualTo(order);
    assertThat(order).isNotEqualTo(List.of(rows).stream().map(r -> r.split(",", -1)[1]).toList());
    assertThat(Sequences.of(log(rows), 2).history(0).titles())
        .isNotEqualTo(order)
        .containsExactlyInAnyOrderElementsOf(order);
  }

  @Test
  void events_within_a_second_keep_their_order() throws IOException {
    Sequences sequences = sequences("u,b,1000000000900", "u,a,1000000000100", "u,c,1000000000950");
    assertThat(sequences.history(0).titles()).containsExactly("a", "b", "c");
    assertThat(sequences.time(0, 0)).isEqualTo(1000000000);
  }

  @Test
  void the_effect_of_the_seed_on_a_test_is_counted() throws IOException {
    Interactions log = log("u,a,1", "u,b,2", "u,c,3", "v,a,1", "v,b,2", "v,c,7", "v,d,7", "v,e,7");
    TieEffect effect = TieEffect.of(log, Split.leaveOneOut(), 1, 2, 3, 4, 5, 6);
    assertThat(effect.questions()).isEqualTo(2);
    assertThat(effect.changed()).as("only v ends in a tie").isEqualTo(1);
    TieEffect baskets = TieEffect.of(log, Split.nextBasket(), 1, 2, 3, 4, 5, 6);
    assertThat(baskets.questions()).isEqualTo(2);
    assertThat(baskets.changed()).as("the whole of a tie is asked for").isZero();
    assertThatThrownBy(() -> TieEffect.of(log, Split.leaveOneOut(), 1))
        .hasMessageContaining("at least two, found 1");
  }

  @Test
  void a_catalogue_that_was_saved_is_the_same_when_it_is_loaded() throws IOException {
    Catalogue films = Catalogue.of(List.of("9", "1", "\u00e9\n\"x\""), Map.of("1", "Heat (1995)"));
    Path file = folder.resolve("catalogue.json");
    films.save(file);
    Catalogue loaded = Catalogue.load(file);
    assertThat(loaded.size()).isEqualTo(3);
    for (int item = 1; item <= 3; item++) {
      assertThat(loaded.id(item)).isEqualTo(films.id(item));
      assertThat(loaded.title(item)).isEqualTo(films.title(item));
    }
    Files.writeString(file, "{\"format\": \"something else\"}");
    assertThatThrownBy(() -> Catalogue.load(file)).hasMessageContaining("no catalogue");
    Files.writeString(file, "no json");
    assertThatThrownBy(() -> Catalogue.load(file)).hasMessageContaining("no catalogue");
    films.save(file);
    changed(file, "{\"ids\": [\"b\", \"a\"], \"titles\": [\"b\", \"a\"], \"kinds\": []}");
    assertThatThrownBy(() -> Catalogue.load(file)).hasMessageContaining("ascending");
  }

  @Test
  void the_first_categories_known_of_items_are_their_kinds_and_are_saved() throws IOException {
    Table films =
        Table.create(
            StringColumn.create("film", "a", "b", "c"),
            StringColumn.create("genres", "War|Drama", "", "War"));
    Attributes attributes = Tables.attributes(films, "film", Attribute.categories("genres", "|"));
    Interactions log = log("u,a,1", "u,b,2").withItemAttributes(attributes);
    Path file = folder.resolve("kinds.json");
    Sequences.of(log, 1).catalogue().save(file);
    Catalogue loaded = Catalogue.load(file);
    assertThat(loaded.kinds(1)).containsExactly("War", "Drama");
    assertThat(loaded.kinds(2)).isEmpty();
    assertThat(sequences("u,a,1").catalogue().kinds(1)).as("nothing is known").isEmpty();
    changed(file, "{\"ids\": [\"a\"], \"titles\": [\"a\"], \"kinds\": []}");
    assertThat(Catalogue.load(file).kinds(1)).as("nothing is known").isEmpty();
    changed(file, "{\"ids\": [\"a\"], \"titles\": [\"a\"], \"kinds\": [[\"War\"], []]}");
    assertThatThrownBy(() -> Catalogue.load(file))
        .hasMessageContainingAll("1 ids with 1 titles and kinds of 2", "of all or of none");
    changed(file, "{\"ids\": [\"a\"], \"titles\": null, \"kinds\": []}");
    assertThatThrownBy(() -> Catalogue.load(file)).hasMessageContaining("titles: found null");
  }

  private static void changed(Path file, String json) throws IOException {
    Resealed.json(file, "catalogue", "catalogue", before -> json);
  }

  @Test
  void titles_are_found_as_people_write_them() {
    Catalogue films =
        Catalogue.of(
            List.of("9", "1", "2", "3", "1"),
            Map.of(
                "1", "Toy Story (1995)",
                "2", "Toy Story 2 (1999)",
                "3", "Matrix, The (1999)"));
    assertThat(films.size()).isEqualTo(4);
    assertThat(films.history("toy story", "The Matrix", "2", "9").titles())
        .containsExactly("Toy Story (1995)", "Matrix, The (1999)", "Toy Story 2 (1999)", "9");
    assertThatThrownBy(() -> films.history("Toy"))
        .hasMessageContaining("near it: 'Toy Story (1995)', 'Toy Story 2 (1999)'");
    assertThatThrownBy(() -> films.history("Martix")).hasMessageContaining("near it: 'Matrix, The");
  }

  @Test
  void a_name_that_several_items_bear_has_to_be_written_out() {
    Catalogue films =
        Catalogue.of(List.of("1", "2"), Map.of("1", "Heat (1986)", "2", "Heat (1995)"));
    assertThatThrownBy(() -> films.history("Heat"))
        .hasMessageContaining("'Heat (1986)', 'Heat (1995)'; write it out");
    assertThat(films.history("Heat (1995)").item(0)).isEqualTo(2);
  }

  @Test
  void of_two_items_with_one_title_the_ids_are_offered() {
    Catalogue films =
        Catalogue.of(List.of("1411", "1941"), Map.of("1411", "Hamlet", "1941", "Hamlet"));
    assertThatThrownBy(() -> films.history("hamlet"))
        .hasMessageContaining("'Hamlet' with the id 1411, 'Hamlet' with the id 1941; type the id");
    assertThat(films.history("1941").item(0)).isEqualTo(2);
  }

  @Test
  void null_is_no_title_and_said_so() {
    Catalogue films = Catalogue.of(List.of("1"), Map.of());
    assertThatThrownBy(() -> films.history("1", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("null is neither");
    assertThatThrownBy(() -> films.history((String[]) null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("for no events, type nothing");
  }

  @Test
  void a_history_refuses_items_that_are_not_in_its_catalogue() {
    Catalogue catalogue = Catalogue.of(List.of("a", "b"), Map.of());
    assertThatThrownBy(() -> History.untimed(catalogue, 3))
        .hasMessage("item 3 is not in the catalogue, whose items are 1 to 2");
    assertThatThrownBy(() -> History.untimed(catalogue, 0)).hasMessageContaining("item 0");
  }

  private Sequences sequences(String... rows) throws IOException {
    return Sequences.of(log(rows), 1);
  }

  /** Rows of user, item and a small number that is added to a plausible time. */
  private Interactions log(String... rows) throws IOException {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (String row : rows) {
      String[] parts = row.split(",", -1);
      long time = Long.parseLong(parts[2]);
      text.append(parts[0]).append(',').append(parts[1]).append(',');
      text.append(time < 1000 ? 964980000 + time : time).append('\n');
    }
    return Interactions.read(Files.writeString(Files.createTempFile(folder, "log", ".csv"), text));
  }
}
