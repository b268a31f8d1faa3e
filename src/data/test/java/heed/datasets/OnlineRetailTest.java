package heed.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailTest {

  @TempDir Path folder;

  @Test
  void the_bundled_shop_holds_what_is_stated() {
    Path shop = Path.of("data/online-retail-ii");
    KnownLog known = KnownSet.ONLINE_RETAIL_II.read(shop);
    assertThat(known.differences()).isEmpty();
    assertThat(known.log().badRows()).hasSize(107_927);
    assertThat(known.log().badRows().get(0).reason()).isEqualTo("no Customer ID");
    KnownSetTest.assertRow(known.log(), 0, "13085", "85048", "2009-12-01T07:45:00Z", 12);
    assertThat(known.log().sessions().orElseThrow().get(0)).isEqualTo("489434");
    assertThat(known.log().titles())
        .containsEntry("85123A", "WHITE HANGING HEART T-LIGHT HOLDER")
        .containsEntry("POST", "POSTAGE");
    assertThat(known.log().itemAttributes().number("Price", "85048")).isEqualTo(7.95);
  }

  @Test
  void the_shop_is_cleaned_by_recorded_steps() {
    Interactions log = OnlineRetail.read(Path.of("data/online-retail-ii"));
    assertThat(log.steps()).hasSize(4);
    assertThat(log.steps().get(0).before().events()).isEqualTo(417_534);
    assertThat(log.steps().get(0).after().events()).isEqualTo(407_695);
    assertThat(log.steps().get(1).after().events()).isEqualTo(406_323);
    assertThat(log.steps().get(1).after().users() - log.steps().get(2).after().users())
        .isEqualTo(268);
    assertThat(log.items().distinct()).allMatch(code -> code.matches("\\d{5}.*"));
    assertThat(Arrays.stream(log.events().values()).min()).hasValue(1);
  }

  @Test
  void of_items_told_by_events_the_commonest_text_counts_and_the_median_above_zero()
      throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM (VALUES ('1', 'Cup', 2.0), ('1', 'Mug ', 3.0), ('1', ' Mug', 7.0),"
              + " ('1', NULL, 0.0), ('2', NULL, -1.0), ('3', 'b', 1.0), ('3', 'a', 1.0))"
              + " AS rows(id, text, number)) TO '"
              + folder.resolve("x.parquet")
              + "' (FORMAT parquet)");
    }
    List<String> rows =
        CommonestTexts.of(
            folder.resolve("x.parquet"), List.of("id", "text", "number"), PythonLinesTest::readAll);
    assertThat(rows).containsExactly("id,text,number", "1,Mug,3.0", "2,,", "3,a,1.0");
    assertThatThrownBy(
            () ->
                CommonestTexts.of(
                    folder.resolve("x.parquet"), List.of("id", "name", "number"), path -> path))
        .hasMessageContaining("expected a Parquet file with columns [id, name, number]");
  }
}
