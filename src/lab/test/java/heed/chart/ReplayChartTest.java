package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.figure.Chart;
import heed.figure.ChartContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayChartTest extends ChartContract<EstimateTable> {

  private static final EstimateTable TABLE =
      new EstimateTable(
          "asked",
          List.of("first 1 hour (8)", "after 1 hour (4)"),
          List.of(
              new EstimateTable.Row(
                  "fresh",
                  List.of(estimate(.5, Significance.BEST), estimate(.25, Significance.BEST))),
              new EstimateTable.Row(
                  "stale",
                  List.of(
                      estimate(.375, Significance.LEVEL), estimate(.125, Significance.BEHIND)))));

  @Override
  protected Chart<EstimateTable> chart() {
    return table -> ReplayChart.of("How answers age", "NDCG@10", table);
  }

  @Override
  protected EstimateTable result() {
    return TABLE;
  }

  @Test
  void each_recommender_is_a_line_with_an_interval_at_each_age() {
    JsonArray traces =
        JsonParser.parseString(chart().draw(TABLE).json()).getAsJsonObject().getAsJsonArray("data");
    assertThat(traces).hasSize(2);
    JsonObject fresh = traces.get(0).getAsJsonObject();
    assertThat(fresh.get("y")).hasToString("[0.5,0.25]");
    assertThat(fresh.get("x")).hasToString("[-0.15,0.85]");
    assertThat(fresh.getAsJsonObject("error_y").get("array")).hasToString("[0.25,0.25]");
    assertThat(traces.get(1).getAsJsonObject().get("x")).hasToString("[0.15,1.15]");
  }

  @Test
  void words_say_who_is_best_at_each_age() {
    assertThat(chart().draw(TABLE).description())
        .isEqualTo(
            "How answers age. first 1 hour (8): best fresh, NDCG@10 0.5000 (0.3750 to 0.7500)."
                + " after 1 hour (4): best fresh, NDCG@10 0.2500 (0.1250 to 0.5000).");
  }

  private static Estimate estimate(double value, Significance standing) {
    return new Estimate(value, new Interval(value - .125, value + .25), .5, standing);
  }
}
