package heed.reading.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {

  @Test
  void a_name_says_the_same_in_any_case_and_style() {
    for (String name :
        List.of("CustomerID", "customer_id", "Customer ID", "customerid", "customer_id:token")) {
      assertThat(ColumnName.of(name).score(ColumnRole.USER)).as(name).isEqualTo(ColumnName.SURE);
    }
    for (String name :
        List.of("StockCode", "parent_asin", "product.sku", "item_id_list:token_seq")) {
      assertThat(ColumnName.of(name).score(ColumnRole.ITEM)).as(name).isGreaterThan(8);
    }
    for (String name : List.of("InvoiceDate", "unixReviewTime", "createdAt.$date", "event_time")) {
      assertThat(ColumnName.of(name).score(ColumnRole.TIME)).as(name).isEqualTo(ColumnName.SURE);
    }
  }

  @Test
  void names_in_other_languages_are_known_with_and_without_accents() {
    says(ColumnRole.USER, "Kundennummer", "id_usuario", "gebruiker", "\u7528\u6237ID", "klient_id");
    says(
        ColumnRole.ITEM,
        "id_pelicula",
        "filme_id",
        "Artikelnummer",
        "\u5546\u54c1",
        "\u0442\u043e\u0432\u0430\u0440");
    says(ColumnRole.VALUE, "quantit\u00e9", "quantite", "calificaci\u00f3n", "nota", "aantal");
    says(
        ColumnRole.TIME,
        "fecha",
        "tijdstip",
        "Bestelldatum",
        "\u65f6\u95f4",
        "\u0434\u0430\u0442\u0430");
  }

  private static void says(ColumnRole role, String... names) {
    for (String name : names) {
      assertThat(ColumnName.of(name).score(role)).as(name).isEqualTo(ColumnName.SURE);
    }
  }

  @Test
  void what_was_done_to_an_id_changes_nothing() {
    says(ColumnRole.USER, "user_pseudo_id", "userIdEncoded", "customer_hash", "visitor_id_anon");
  }

  @Test
  void the_last_word_of_a_name_decides() {
    assertThat(ColumnName.of("user_country").score(ColumnRole.USER)).isNegative();
    assertThat(ColumnName.of("item_price").score(ColumnRole.ITEM)).isNegative();
    assertThat(ColumnName.of("release_date").score(ColumnRole.TIME)).isNegative();
    assertThat(ColumnName.of("event_id").score(ColumnRole.USER)).isNegative();
    assertThat(ColumnName.of("InvoiceNo").score(ColumnRole.ITEM)).isNegative();
    assertThat(ColumnName.of("user_0").isKnown()).isFalse();
  }

  @Test
  void a_unit_behind_a_time_changes_nothing_and_how_long_it_took_is_no_time() {
    says(ColumnRole.TIME, "time_ms", "server_timestamp_epoch_ms", "created_utc");
    assertThat(ColumnName.of("play_time_ms").score(ColumnRole.TIME)).isNegative();
  }

  @Test
  void pieces_that_were_ordered_are_a_count_and_a_date_that_was_added_a_time() {
    says(ColumnRole.VALUE, "qty_ordered", "quantity_sold", "Betrag");
    assertThat(ColumnName.of("qty_ordered").score(ColumnRole.TIME)).isNegative();
    assertThat(ColumnName.of("date_added").score(ColumnRole.TIME)).isGreaterThan(ColumnName.WEAK);
    assertThat(ColumnName.of("date_updated").score(ColumnRole.TIME)).isNegative();
  }

  @Test
  void a_row_that_looks_like_those_below_it_is_no_header() {
    assertThat(
            Header.isFirstOf(
                rows("user_0,item_0,1569888000", "user_1,item_3,1569888001"), Set.of()))
        .isFalse();
    assertThat(Header.isFirstOf(rows("a0,b0,1569888000,visit", "a0,b1,1569888001,visit"), Set.of()))
        .isFalse();
    assertThat(Header.isFirstOf(rows("user_1,item_2,when", "u,i,1569888000"), Set.of())).isTrue();
    assertThat(Header.isFirstOf(rows("0,1,2", "541312100,44600000,1569888000"), Set.of())).isTrue();
  }

  @Test
  void what_is_another_on_every_row_is_nobody() {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      rows.add(
          new String[] {
            "" + row, "o" + row / 2, "n" + row % 20, "t" + row % 23, "" + (1_569_888_000 + row * 60)
          });
    }
    ColumnGuess guess = guess("Unnamed: 0,order_id,abc,def,when", rows);
    assertThat(guess.positions())
        .containsEntry(ColumnRole.USER, List.of(2))
        .containsEntry(ColumnRole.ITEM, List.of(3))
        .containsEntry(ColumnRole.TIME, List.of(4));
  }

  @Test
  void a_date_that_follows_from_the_item_is_not_the_events() {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      int item = row % 23;
      rows.add(
          new String[] {
            "n" + row % 20,
            "t" + item,
            (2000 + item) + "-05-01",
            String.format(Locale.ROOT, "2019-10-01T00:%02d:%02d", row / 60, row % 60)
          });
    }
    assertThat(guess("abc,def,ghi,jkl", rows).positions())
        .containsEntry(ColumnRole.TIME, List.of(3));
  }

  @Test
  void two_readings_that_are_about_as_likely_are_offered() {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 300; row++) {
      rows.add(
          new String[] {
            "x" + row % 40, "y" + row * 7 % 37, "z" + row * 5 % 31, "" + (1_569_888_000 + row * 60)
          });
    }
    assertThatThrownBy(() -> guess("aaa,bbb,ccc,when", rows))
        .hasMessageContaining("two readings are about as likely")
        .hasMessageContaining("--columns user=aaa,item=bbb,time=when")
        .hasMessageContaining("user=aaa,item=ccc,time=when");
  }

  @Test
  void an_id_is_one_however_it_is_written() {
    IdRule rule = IdRule.of(List.of("5.0", "7", " u0 "));
    assertThat(List.of(rule.clean("5.0"), rule.clean("5"), rule.clean("\u00a0u0 ")))
        .containsExactly("5", "5", "u0");
    assertThat(IdRule.of(List.of("1.0", "2.5")).clean("1.0")).isEqualTo("1.0");
    for (String none :
        List.of("NA", "NULL", "null", "None", "\\N", "<NA>", "n/a", "#N/A", "-", "nan")) {
      assertThat(rule.clean(none)).as(none).isEmpty();
    }
  }

  private static ColumnGuess guess(String header, List<String[]> rows) {
    return ColumnGuess.of(List.of(header.split(",", -1)), true, rows, Map.of(), false);
  }

  private static List<List<String>> rows(String... lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      rows.add(List.of(line.split(",", -1)));
    }
    return rows;
  }
}
