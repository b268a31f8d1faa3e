package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.reading.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AttributesTest {

  private static final Path MOVIES = Path.of("data/ml-latest-small/movies.csv");
  private static final Path TAGS = Path.of("data/ml-latest-small/tags.csv");

  @TempDir Path folder;

  @Test
  void columns_hold_what_they_are_declared_to_hold() throws IOException {
    Attributes shop =
        Attributes.read(
            file("id,price,brand,colours,name\n1,2.50,acme,red|blue| red,Blue Shoe\n2,,NA,,\n"),
            "id",
            Attribute.number("price"),
            Attribute.category("brand").withMissing("NA", "none"),
            Attribute.categories("colours", "|"),
            Attribute.text("name"));
    assertThat(shop.number("price", "1")).isEqualTo(2.5);
    assertThat(shop.categories("brand", "1")).containsExactly("acme");
    assertThat(shop.categories("colours", "1")).containsExactly("red", "blue");
    assertThat(shop.text("name", "1")).isEqualTo("Blue Shoe");
    for (String nothing : List.of("2", "no such id")) {
      assertThat(shop.number("price", nothing)).isNaN();
      assertThat(shop.categories("brand", nothing)).isEmpty();
      assertThat(shop.categories("colours", nothing)).isEmpty();
      assertThat(shop.text("name", nothing)).isEmpty();
    }
    assertThat(shop)
        .hasToString(
            "2 rows: price (number), brand (category), colours (categories between '|'), name"
                + " (text)");
  }

  @Test
  void a_file_whose_form_is_told_names_its_columns_and_its_titles() throws IOException {
    ReadOptions bare =
        ReadOptions.defaults().withSeparator("|").withoutQuote().withNames("key", "name");
    Attributes shop =
        Attributes.read(
            file("1|Blue \"Shoe\"|9|x\n2||8|y\n"),
            bare,
            "key",
            Attribute.text("name"),
            Attribute.number("3"));
    assertThat(shop.text("name", "1")).isEqualTo("Blue \"Shoe\"");
    assertThat(shop.number("3", "2")).isEqualTo(8);
    Interactions log =
        TinyLog.of("ann 1 0", "ann 2 1").withItemAttributes(shop).withTitlesFrom("name");
    assertThat(log.titles()).containsOnly(Map.entry("1", "Blue \"Shoe\""));
    assertThatThrownBy(() -> log.withTitlesFrom("3"))
        .hasMessage("column '3' is declared as number, and a text is asked for");
  }

  @Test
  void what_is_asked_for_has_to_be_what_was_declared() {
    Attributes films = Attributes.read(MOVIES, "movieId", Attribute.text("title"));
    assertThatThrownBy(() -> films.number("title", "1"))
        .hasMessage("column 'title' is declared as text, and a number is asked for");
    assertThatThrownBy(() -> films.text("genres", "1"))
        .hasMessage("no column 'genres'; there is title");
    assertThatThrownBy(() -> Attributes.none().text("title", "1"))
        .hasMessageContaining("add Attributes to the log first");
  }

  @Test
  void a_table_is_read_and_left_as_it_is() {
    Table table =
        Table.create(
            "shop",
            IntColumn.create("id", 7, 8),
            DoubleColumn.create("price", 0.1, Double.NaN),
            StringColumn.create("name", "a", ""));
    Attributes shop =
        Tables.attributes(table, "id", Attribute.number("price"), Attribute.text("name"));
    assertThat(shop.ids()).containsExactly("7", "8");
    assertThat(shop.number("price", "7")).isEqualTo(0.1);
    assertThat(shop.number("price", "8")).isNaN();
    Tables.of(shop).doubleColumn("price").set(0, 5.0);
    assertThat(shop.number("price", "7")).isEqualTo(0.1);
    assertThat(table.columnNames()).containsExactly("id", "price", "name");
  }

  @Test
  void an_id_that_stands_twice_is_named_with_its_rows() throws IOException {
    Path file = file("id,name\na,x\nb,y\na,z\nb,y\n");
    assertThatThrownBy(() -> Attributes.read(file, "id", Attribute.text("name")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 rows repeat an id of column 'id'")
        .hasMessageContaining("'a' in rows 1 and 3, 'b' in rows 2 and 4")
        .hasMessageContaining("Attributes.readGathered");
  }

  @Test
  void many_rows_of_an_id_are_gathered() throws IOException {
    Path file = file("id,tag,kind,price\na,blue,p|q,1\nb,old,p,2\na,\"very, new\",q|r,1\n");
    Attributes tags =
        Attributes.readGathered(
            file,
            "id",
            Attribute.text("tag"),
            Attribute.categories("kind", "|"),
            Attribute.number("price"));
    assertThat(tags.ids()).containsExactly("a", "b");
    assertThat(tags.text("tag", "a")).isEqualTo("blue very, new");
    assertThat(tags.categories("kind", "a")).containsExactly("p", "q", "r");
    assertThat(tags.number("price", "a")).isEqualTo(1);
    assertThatThrownBy(() -> Attributes.readGathered(file, "id", Attribute.category("tag")))
        .hasMessageContaining("'a' has several values of 'tag': blue, very, new");
  }

  @Test
  void broken_tables_say_what_is_broken() throws IOException {
    Path prices = file("id,price\na,cheap\nb,1\nc,1e999\n");
    assertThatThrownBy(() -> Attributes.read(prices, "id", Attribute.number("price")))
        .hasMessageContaining(
            "2 values of 'price' are no finite numbers: 'cheap' of 'a', '1e999' of 'c'");
    assertThatThrownBy(() -> Attributes.read(prices, "key", Attribute.number("price")))
        .hasMessageContaining("no column 'key' in");
    assertThatThrownBy(
            () -> Attributes.read(file("id,price\n,1\nb,1\n"), "id", Attribute.number("price")))
        .hasMessageContaining("1 row without 'id': 1");
    assertThatThrownBy(
            () -> Attributes.read(file("id,price\na,1\nb\n"), "id", Attribute.number("price")))
        .hasMessageContaining("line 3: 1 fields, but the header has 2");
    assertThatThrownBy(
            () -> Attributes.read(prices, "id", Attribute.number("price"), Attribute.text("price")))
        .hasMessageContaining("declared twice");
    assertThatThrownBy(() -> Attribute.categories("genres", "")).hasMessageContaining("separator");
  }

  @Test
  void two_tables_are_joined_by_id() throws IOException {
    Attributes prices =
        Attributes.read(file("id,price\na,1\nb,2\n"), "id", Attribute.number("price"));
    Attributes names = Attributes.read(file("key,name\nb,B\nc,C\n"), "key", Attribute.text("name"));
    Attributes both = prices.and(names);
    assertThat(both.ids()).containsExactly("a", "b", "c");
    assertThat(both.number("price", "b")).isEqualTo(2);
    assertThat(both.number("price", "c")).isNaN();
    assertThat(both.text("name", "b")).isEqualTo("B");
    assertThat(both.text("name", "a")).isEmpty();
    assertThatThrownBy(() -> prices.and(prices)).hasMessageContaining("'price'");
  }

  @Test
  void the_bundled_films_and_tags_join_the_bundled_log() {
    Attributes films =
        Attributes.read(
            MOVIES,
            "movieId",
            Attribute.text("title"),
            Attribute.categories("genres", "|").withMissing("(no genres listed)"));
    Attributes tags = Attributes.readGathered(TAGS, "movieId", Attribute.text("tag"));
    Interactions log =
        Interactions.read(Path.of("data/ml-latest-small/ratings.csv"))
            .withItemAttributes(films.and(tags));
    // 18 films of the file were only tagged.
    assertThat(log.itemMatch())
        .hasToString("18 of 9,742 rows have no events; 0 of 9,724 ids have no row");
    assertThat(log.titles()).hasSize(9_742).containsEntry("1", "Toy Story (1995)");
    assertThat(log.kCore(5).itemAttributes().categories("genres", "1"))
        .containsExactly("Adventure", "Animation", "Children", "Comedy", "Fantasy");
    assertThat(log.itemAttributes().text("tag", "1")).isEqualTo("pixar pixar fun");
    assertThat(log.userAttributes().size()).isZero();
    assertThat(log.userMatch().withoutRow()).hasSize(610);
  }

  @Test
  void titles_that_were_given_stay() {
    Attributes films = Attributes.read(MOVIES, "movieId", Attribute.text("title"));
    Interactions log = Interactions.read(Path.of("data/ml-latest-small/ratings.csv"));
    assertThat(log.withTitles(Map.of("1", "mine")).withItemAttributes(films).titles())
        .containsExactly(Map.entry("1", "mine"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
  }

  @Test
  void what_is_no_file_of_attributes_is_told_as_attributes(@TempDir Path folder)
      throws IOException {
    assertThatThrownBy(() -> Attributes.read(folder.resolve("none.csv"), "id"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no attributes to read", "none.csv", "one row per id");
    assertThatThrownBy(() -> Attributes.read(null, "id"))
        .hasMessageContaining("attributes is null");
  }

  @Test
  void a_table_without_a_name_is_called_table() {
    Table log =
        Table.create(
            StringColumn.create("user", "u", "v"),
            StringColumn.create("item", "a", "a"),
            LongColumn.create("time", 1_600_000_000L, 1_600_000_001L));
    assertThat(Tables.log(log).name()).isEqualTo("table");
    assertThat(Tables.log(log).toString()).startsWith("table: 2 events of 2 users with 1 item");
    assertThatThrownBy(
            () -> Tables.log(log, Columns.of("nobody", "item", "time"), ReadOptions.defaults()))
        .hasMessageNotContaining("null");
    Table twice = Table.create(StringColumn.create("id", "a", "a"));
    assertThatThrownBy(() -> Tables.attributes(twice, "id")).hasMessageStartingWith("table: ");
  }
}
