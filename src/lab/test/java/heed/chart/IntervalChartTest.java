package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalChartTest {

  private static final EstimateTable TABLE =
      new EstimateTable(
          "asked",
          List.of("NDCG@10", "HR@10"),
          List.of(
              new EstimateTable.Row(
                  "a", List.of(estimate(.5, Significance.BEST), estimate(.25, Significance.LEVEL))),
              new EstimateTable.Row(
                  "b",
                  List.of(
                      estimate(.125, Significance.BEHIND), estimate(.375, Significance.BEST)))));

  @Test
  void each_column_has_marks_with_intervals_at_their_values() {
    JsonArray traces = figure().getAsJsonArray("data");
    assertThat(traces).hasSize(2);
    JsonObject first = traces.get(0).getAsJsonObject();
    assertThat(first.get("x")).hasToString("[0.5,0.125]");
    assertThat(first.get("y")).hasToString("[\"a\",\"b\"]");
    assertThat(first.getAsJsonObject("error_x").get("array")).hasToString("[0.25,0.25]");
    assertThat(first.getAsJsonObject("error_x").get("arrayminus")).hasToString("[0.125,0.125]");
    assertThat(traces.get(1).getAsJsonObject().get("xaxis").getAsString()).isEqualTo("x2");
    assertThat(figure().getAsJsonObject("layout").keySet()).contains("xaxis", "xaxis2", "yaxis");
  }

  @Test
  void a_long_name_takes_two_lines_unless_it_would_then_be_another_s() {
    String settings = ", 200 neighbours, shrinkage 20.0, decay 0.7, and 60% of it";
    assertThat(labels("SASRec with a Markov chain" + settings, "b").get(0))
        .contains("\u2026")
        .satisfies(label -> assertThat(label.split("<br>")).hasSize(2));
    String other = "SASRec with a Markov" + " tree " + settings;
    assertThat(labels("SASRec with a Markov chain" + settings, other)).doesNotHaveDuplicates();
  }

  private static List<String> labels(String... names) {
    EstimateTable table =
        new EstimateTable(
            "asked",
            List.of("NDCG@10"),
            Arrays.stream(names)
                .map(name -> new EstimateTable.Row(name, List.of(estimate(.5, Significance.BEST))))
                .toList());
    JsonObject figure =
        JsonParser.parseString(IntervalChart.of("Who leads", table).json()).getAsJsonObject();
    return figure
        .getAsJsonArray("data")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("y")
        .asList()
        .stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  @Test
  void the_best_the_level_and_the_beaten_look_different_without_colour_or_with() {
    JsonArray traces = figure().getAsJsonArray("data");
    JsonObject first = traces.get(0).getAsJsonObject().getAsJsonObject("marker");
    JsonObject second = traces.get(1).getAsJsonObject().getAsJsonObject("marker");
    assertThat(first.get("symbol")).hasToString("[\"circle\",\"circle\"]");
    assertThat(first.get("color")).hasToString("[\"#0072B2\",\"#757575\"]");
    assertThat(second.get("symbol")).hasToString("[\"circle-open\",\"circle\"]");
  }

  @Test
  void words_say_who_is_best_and_who_cannot_be_told_from_it() {
    assertThat(IntervalChart.of("Who leads", TABLE).description())
        .isEqualTo(
            "Who leads. NDCG@10: best a, 0.5000 (0.3750 to 0.7500). HR@10: best b, 0.3750 (0.2500"
                + " to 0.6250); not distinguishable from it: a.");
  }

  @Test
  void some_rows_of_a_table_without_its_best_name_no_other_the_best() {
    EstimateTable some = new EstimateTable("asked", TABLE.columns(), TABLE.rows().subList(0, 1));
    assertThat(IntervalChart.of("Who leads", some).description())
        .endsWith("HR@10: the best is not among these; not distinguishable from it: a.");
  }

  private static JsonObject figure() {
    return JsonParser.parseString(IntervalChart.of("Who leads", TABLE).json()).getAsJsonObject();
  }

  private static Estimate estimate(double value, Significance standing) {
    return new Estimate(value, new Interval(value - .125, value + .25), .5, standing);
  }
}
