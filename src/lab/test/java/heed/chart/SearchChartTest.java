package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.figure.Figure;
import heed.model.sequential.SasrecConfig;
import heed.search.SearchSpace;
import heed.training.Training;
import heed.training.optimizer.Epoch;
import heed.tuning.Search;
import heed.tuning.SearchTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchChartTest {

  private static final Training BASE = Training.of(SasrecConfig.defaults());

  private static final SearchSpace<Training> SPACE =
      SearchSpace.of(BASE)
          .choices("model.width", 16, 32, 64)
          .log("optimizer.adam.rate", 1e-4, 1e-2);

  private static Training of(int width, double rate) {
    return Training.of(SasrecConfig.defaults().withWidth(width)).withLearningRate(rate);
  }

  private static SearchTable table(double... reached) {
    List<Training> tried = List.of(of(16, 1e-4), of(64, 1e-3), of(32, 1e-2));
    int[] next = {0};
    return SearchTable.of(Search.over(tried, settings -> reached[next[0]++]), SPACE);
  }

  @Test
  void each_try_is_a_line_over_all_axes_and_the_best_lies_on_top() {
    Figure figure = SearchChart.of(table(0.1, 0.3, 0.2));
    JsonArray data = data(figure);
    // The worst comes first: width 16 and rate 1e-4 are lowest on each axis.
    assertThat(data.get(0).getAsJsonObject().get("y")).hasToString("[0.0,0.0,0.0]");
    JsonObject best = data.get(2).getAsJsonObject();
    assertThat(best.get("y").getAsJsonArray().get(0)).hasToString("1.0");
    assertThat(best.get("y").getAsJsonArray().get(1).getAsDouble()).isBetween(0.499, 0.501);
    assertThat(best.get("y").getAsJsonArray().get(2)).hasToString("1.0");
    assertThat(best.getAsJsonObject("line").get("width").getAsInt()).isGreaterThan(2);
    assertThat(figure.description())
        .isEqualTo("Settings that were tried. Best of 3: 0.3000 with width 64, rate 0.001");
    assertThat(figure.json()).contains("\"width\",\"rate\",\"validation\"", "0.0001");
  }

  @Test
  void words_stand_at_the_ends_of_an_axis_where_no_line_strikes_them_through() {
    String figure = SearchChart.of(table(0.1, 0.3, 0.2)).json();
    assertThat(figure)
        .contains("\"text\":[\"16\"]", "\"text\":[\"64\"]", "bottom center", "top center")
        .doesNotContain("\"text\":[\"32\"]", "middle left");
  }

  @Test
  void tries_without_a_number_are_left_out_and_alone_there_is_nothing_to_draw() {
    assertThat(SearchChart.of(table(0.1, Double.NaN, 0.2)).description()).contains("Best of 2");
    SearchTable none = table(Double.NaN, Double.NaN, Double.NaN);
    assertThatThrownBy(() -> SearchChart.of(none)).hasMessageContaining("nothing to draw");
  }

  @Test
  void tries_that_all_reached_the_same_are_drawn() {
    assertThat(data(SearchChart.of(table(0.1, 0.1, 0.1))).get(0).getAsJsonObject().get("y"))
        .asString()
        .endsWith("0.0]");
  }

  @Test
  void the_table_has_the_best_first_and_names_axes_as_briefly_as_it_can() {
    SearchTable table = table(Double.NaN, 0.1, 0.2);
    assertThat(table.rows()).extracting(row -> row.values().get(0)).containsExactly(32, 64, 16);
    assertThat(table.name(table.axes().get(1))).isEqualTo("rate");
    SearchSpace<Training> alike =
        SearchSpace.of(BASE).whole("limits.epochs", 1, 2).whole("limits.patience", 1, 2);
    SearchTable two =
        SearchTable.of(
            Search.over(List.of(BASE), settings -> 1), alike.whole("limits.epochs", 1, 2));
    assertThat(two.name(two.axes().get(0))).isEqualTo("limits.epochs");
    assertThat(two.name(two.axes().get(1))).isEqualTo("patience");
  }

  @Test
  void curves_stand_side_by_side_and_the_range_of_their_best_epochs_is_told() {
    Map<String, List<Epoch>> curves = new LinkedHashMap<>();
    curves.put("a", List.of(new Epoch(1, 7, 0.1, 1), new Epoch(2, 6, 0.2, 1)));
    curves.put("b", List.of(new Epoch(1, 7, 0.3, 1), new Epoch(2, 6, Double.NaN, 1)));
    curves.put("a list of hits", List.of());
    Figure figure = CurvesChart.of(curves);
    assertThat(data(figure)).hasSize(2);
    assertThat(data(figure).get(1).getAsJsonObject().get("y")).hasToString("[0.3,null]");
    assertThat(figure.description()).contains("Best epochs from 0.2000 (a) to 0.3000 (b)");
    assertThatThrownBy(() -> CurvesChart.of(Map.of("hits", List.of())))
        .hasMessageContaining("there is no curve");
  }

  private static JsonArray data(Figure figure) {
    return JsonParser.parseString(figure.json()).getAsJsonObject().getAsJsonArray("data");
  }
}
