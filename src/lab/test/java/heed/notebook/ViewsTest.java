package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.evaluation.Categories;
import heed.explain.Attribution;
import heed.figure.Figure;
import heed.log.Ids;
import heed.log.Interactions;
import heed.log.StepTaken;
import heed.model.AttentionLayer.Weights;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.report.LogReport;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ViewsTest {
  private final Views views = Views.standard();

  record Film(String title, double score) {}

  @Test
  void a_record_is_a_row_for_each_component() {
    View view = views.of(new Film("Heat", 2.0 / 3));
    assertThat(view.text()).isEqualTo("Film\ntitle  Heat\nscore  0.666667");
    assertThat(view.html().orElseThrow()).contains(">title</td>", ">0.666667</td>");
  }

  record Settings(Film film, Words words) {}

  record Words(int said) {
    @Override
    public String toString() {
      return said + " words";
    }
  }

  @Test
  void a_record_in_a_record_is_a_row_for_each_component_unless_it_has_words_of_its_own() {
    assertThat(views.of(new Settings(new Film("Heat", 2), new Words(3))).text())
        .isEqualTo(
            "Settings\nfilm        Film\nfilm.title  Heat\nfilm.score  2.0\nwords       3 words");
  }

  @Test
  void a_list_of_records_is_a_row_for_each_with_numbers_at_the_right() {
    View view = views.of(List.of(new Film("Heat", 10), new Film("Alien", 9.5)));
    assertThat(view.text()).isEqualTo("title  score\n─────  ─────\nHeat    10.0\nAlien    9.5");
    assertThat(view.html().orElseThrow()).contains("text-align:right\">9.5</td>");
  }

  @Test
  void a_list_of_anything_else_is_shown_as_it_prints() {
    assertThat(views.of(List.of(new Film("Heat", 1), "x")))
        .isEqualTo(View.ofText("[Film[title=Heat, score=1.0], x]"));
    assertThat(views.of(List.of())).isEqualTo(View.ofText("[]"));
  }

  @Test
  void a_map_is_a_row_for_each_entry() {
    assertThat(views.of(Map.of("NDCG@10", 0.123456789)).text())
        .isEqualTo("key         value\n───────  ────────\nNDCG@10  0.123457");
    assertThat(views.of(Map.of())).isEqualTo(View.ofText("{}"));
  }

  @Test
  void an_optional_is_what_it_holds() {
    assertThat(views.of(Optional.of(7))).isEqualTo(View.ofText("7"));
    assertThat(views.of(Optional.empty())).isEqualTo(View.ofText("nothing"));
  }

  @Test
  void arrays_show_their_elements_and_long_ones_their_length() {
    assertThat(views.of(new int[] {1, 2}).text()).isEqualTo("[1, 2]");
    assertThat(views.of(new double[][] {{1}, {2, 3}}).text()).isEqualTo("[[1.0], [2.0, 3.0]]");
    assertThat(views.of(IntStream.range(0, 1000).toArray()).text()).endsWith("19, … 1,000 in all]");
  }

  @Test
  void null_is_shown_as_null() {
    assertThat(views.of(null)).isEqualTo(View.ofText("null"));
  }

  @Test
  void a_table_shows_its_first_and_last_rows_and_how_many_are_between() {
    Table table = Table.create("many", IntColumn.create("n", IntStream.range(0, 100).toArray()));
    String text = views.of(table).text();
    assertThat(text).startsWith("many: 100 rows, 1 columns").contains("… 85 more");
    assertThat(text.lines().map(String::strip))
        .contains("0", "9", "95", "99")
        .doesNotContain("10", "94");
  }

  @Test
  void a_long_table_has_pages_of_its_first_rows_in_html() {
    Table table = Table.create("many", IntColumn.create("n", IntStream.range(0, 1000).toArray()));
    String html = views.of(table).html().orElseThrow();
    assertThat(html)
        .contains("page through the first 200 of 1,000 rows", "… 985 more", ">199</td>")
        .doesNotContain(">200</td>", ">994</td>")
        .contains(">999</td>");
    assertThat(html.split("type=\"radio\"", -1)).hasSize(1 + 10);
    assertThat(html.split(" checked>", -1)).hasSize(1 + 1);
    assertThat(html.split("<table", -1)).as("the first and last rows, and a page each").hasSize(12);
    Table few = Table.create("few", IntColumn.create("n", IntStream.range(0, 30).toArray()));
    assertThat(views.of(few).html().orElseThrow()).contains(">29</td>").doesNotContain("radio");
  }

  @Test
  void a_table_is_escaped_and_its_missing_cells_are_empty() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("<b>", "a & b", null),
            DoubleColumn.create("n", 1.5, Double.NaN));
    assertThat(views.of(table).html().orElseThrow())
        .contains("&lt;b&gt;", "a &amp; b", ">1.5</td>", "right\"></td>")
        .doesNotContain("NaN", "<b>");
  }

  @Test
  void a_table_takes_its_colours_from_the_theme() {
    assertThat(views.of(new Film("Heat", 1)).html().orElseThrow())
        .contains("var(--jp-ui-font-color1, inherit)")
        .doesNotContain("black", "white;");
  }

  @Test
  void a_figure_is_shown_with_its_description_and_without_html() {
    View view = views.of(new Figure("{\"data\":[{\"y\":[1,2.5,NaN]}],\"layout\":{}}", "a line"));
    assertThat(view.bundle()).containsOnlyKeys("application/vnd.plotly.v1+json", "text/plain");
    Map<?, ?> drawn = (Map<?, ?>) view.bundle().get("application/vnd.plotly.v1+json");
    assertThat(drawn.get("data")).isEqualTo(List.of(Map.of("y", Arrays.asList(1L, 2.5, null))));
    List<?> texts = (List<?>) ((Map<?, ?>) drawn.get("layout")).get("annotations");
    assertThat(texts)
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .as("it is read out, and not seen")
        .containsEntry("text", "a line")
        .containsEntry("font", Map.of("size", 1L, "color", "rgba(0,0,0,0)"));
  }

  @Test
  void a_new_kind_of_value_comes_before_all_others() {
    Views more = views.with(Film.class, film -> View.ofText(film.title()));
    assertThat(more.of(new Film("Heat", 1))).isEqualTo(View.ofText("Heat"));
  }

  @Test
  void a_view_has_no_html_beside_a_figure() {
    Figure figure = new Figure("{\"data\":[],\"layout\":{}}", "nothing");
    assertThatThrownBy(() -> new View("t", Optional.of("<p>"), Optional.of(figure), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void values_without_a_figure_stand_side_by_side_and_others_below_each_other() {
    Figure figure = new Figure("{\"data\":[],\"layout\":{}}", "nothing");
    List<View> tables = views.together(List.of(new Film("Heat", 1), "a < b"));
    assertThat(tables).hasSize(1);
    assertThat(tables.get(0).text()).isEqualTo("Film\ntitle  Heat\nscore  1.0\n\na < b");
    assertThat(tables.get(0).html().orElseThrow())
        .contains("flex-wrap:wrap", ">Heat</td>", "a &lt; b</pre>");
    assertThat(views.together(List.of(new Film("Heat", 1), figure))).hasSize(2);
    assertThat(views.together(List.of("alone"))).containsExactly(View.ofText("alone"));
  }

  @Test
  void a_value_that_would_flood_a_table_is_cut() {
    View view = views.of(new Film("x".repeat(5_000), 1));
    assertThat(view.text()).hasSizeLessThan(1_500).contains("\u2026");
  }

  @Test
  void posters_have_kinds_and_reasons_below_the_title() {
    Catalogue films = Catalogue.of(List.of("1", "2"), Map.of("1", "<b>Heat</b>", "2", "Alien"));
    History history = History.untimed(films, 2);
    Ranking ranking = Ranking.of("SASRec", history, new float[] {0, 1, 0}, 1, Seen.EXCLUDED);
    Posters posters =
        Posters.of(ranking)
            .withKinds(Categories.of(List.of(List.of("crime"), List.of("horror"))))
            .withReasons(
                List.of(new Attribution("x", history, 1, Weights.UNNORMALIZED, new double[] {2})));
    View view = views.of(posters);
    assertThat(view.text()).endsWith("  1. <b>Heat</b>\n     crime\n     because of Alien (100%)");
    assertThat(view.html().orElseThrow())
        .contains("&lt;b&gt;Heat&lt;/b&gt;", "<small>crime</small>")
        .doesNotContain("<b>");
  }

  @Test
  void a_ranking_tells_kinds_where_the_catalogue_knows_them() {
    Catalogue films = Catalogue.of(List.of("1", "2"), Map.of("1", "Heat", "2", "Alien"));
    Catalogue known =
        films.withKinds(Map.of("1", List.of("crime"), "2", List.of("sf", "horror"))::get);
    assertThat(views.of(first(known)).text()).containsPattern("1. Alien +sf, horror +2.00");
    assertThat(views.of(Posters.of(first(known))).text()).endsWith("Alien\n     sf, horror");
    assertThat(views.of(first(films)).text()).containsPattern("1. Alien +2.00");
  }

  private static Ranking first(Catalogue films) {
    History history = History.untimed(films, 1);
    return Ranking.of("SASRec", history, new float[] {0, 1, 2}, 1, Seen.EXCLUDED);
  }

  @Test
  void steps_show_what_each_left() {
    StepTaken.Size before = new StepTaken.Size(1_000, 20, 300);
    StepTaken.Size after = new StepTaken.Size(900, 19, 200);
    String text =
        Views.standard()
            .of(List.of(new StepTaken("a", before, before), new StepTaken("b", before, after)))
            .text();
    assertThat(text.lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains("before 1,000 20 300", "a 1,000 20 300 none", "b 900 19 200 100");
  }

  @Test
  void a_split_counts_users_apart_from_questions() {
    Catalogue letters = Catalogue.of(List.of("a", "b", "c"), Map.of());
    History history = History.of(letters, new int[] {1, 2, 3, 1, 2}, new long[] {1, 2, 3, 4, 5});
    Split.Parts parts =
        Split.byTime(0.4, 0.2).of(Sequences.of(letters, List.of("u"), List.of(history)));
    String text = Views.standard().of(parts).text();
    assertThat(text).contains("cut in time after 40% and 60% of the events, every event asked");
    assertThat(text.lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains("train, learning 1 2", "test, reporting once 1 2");
    assertThat(Views.standard().of(parts.coldStart()).text()).contains("new items");
  }

  @Test
  void a_report_is_a_table_and_below_it_its_pictures() {
    Interactions log =
        Interactions.of(
            "tiny",
            Ids.of(List.of("a", "b")),
            Ids.of(List.of("x", "y")),
            new long[] {1_000, 2_000});
    List<View> parts = views.of(LogReport.of(log)).parts();
    assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part.below()).isEmpty());
    assertThat(parts.get(0).bundle()).containsOnlyKeys("text/html", "text/plain");
    assertThat(parts.get(0).html().orElseThrow())
        .contains(
            "#D55E00;font-weight:700;\">warn", "#009E73;opacity:.75;\">fine", "min-width:14em");
    assertThat(parts.get(1).bundle())
        .containsOnlyKeys("application/vnd.plotly.v1+json", "text/plain");
    assertThat(parts.get(1).text()).contains("2 events, 2 users, 2 items", "Gini");
  }
}
