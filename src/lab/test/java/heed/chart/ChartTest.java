package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.figure.Figure;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.training.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static final Catalogue FILMS =
      Catalogue.of(List.of("1", "2"), Map.of("1", "Heat (1995)", "2", "Se7en \"Seven\" <1995>"));

  @Test
  void kinds_stand_below_each_other_and_the_words_say_what_each_prefers() {
    History history = History.untimed(FILMS, 1, 2);
    Map<String, float[]> weights = new LinkedHashMap<>();
    weights.put("softmax", new float[] {0.3f, 0.7f});
    weights.put("hard", new float[] {1, 0});
    Figure figure = WeightsChart.of("Two weightings", history, weights);
    JsonObject trace = parsed(figure).getAsJsonArray("data").get(0).getAsJsonObject();
    assertThat(trace.getAsJsonArray("y").toString()).isEqualTo("[\"softmax\",\"hard\"]");
    assertThat(trace.getAsJsonArray("z").toString()).isEqualTo("[[0.3,0.7],[1.0,0.0]]");
    assertThat(figure.description()).endsWith("hard gives most to Heat (1995) (100%)");
    assertThatThrownBy(() -> WeightsChart.of("", history, Map.of("short", new float[1])))
        .hasMessage("a history of 2 events needs as many weights, found 1 for 'short'");
  }

  @Test
  void a_curve_shows_loss_and_metric_and_survives_an_epoch_without_a_metric() {
    List<Progress> reports =
        List.of(report(1, 1, 2, 0.1), report(2, 1, 1, Double.NaN), report(3, 0.5, 0.9, 0.9));
    Figure figure = CurveChart.of(reports, "NDCG@10");
    JsonArray data = parsed(figure).getAsJsonArray("data");
    assertThat(data.get(0).getAsJsonObject().get("x")).hasToString("[1.0,2.0,2.5]");
    assertThat(data.get(0).getAsJsonObject().get("y")).hasToString("[2.0,1.0,0.9]");
    assertThat(data.get(1).getAsJsonObject().get("y")).hasToString("[0.1,null]");
    assertThat(figure.description())
        .contains("Best validation NDCG@10: 0.1000, after epoch 1 of 2");
    JsonObject epochs = parsed(figure).getAsJsonObject("layout").getAsJsonObject("xaxis");
    assertThat(epochs.get("dtick")).describedAs("whole epochs have labels").hasToString("1");
    assertThat(CurveChart.of(List.of(), "NDCG@10").description()).contains("No epoch");
  }

  private static Progress report(int epoch, double fraction, double loss, double validation) {
    return new Progress(epoch, 9, fraction, loss, validation, 0.1, 1000, epoch);
  }

  @Test
  void a_figure_without_words_or_layout_is_refused() {
    assertThatThrownBy(() -> new Figure("{\"data\":[],\"layout\":{}}", " "))
        .hasMessageContaining("needs a description");
    assertThatThrownBy(() -> new Figure("{\"data\":[]}", "nothing"))
        .hasMessageContaining("found [data]");
  }

  private static JsonObject parsed(Figure figure) {
    return JsonParser.parseString(figure.json()).getAsJsonObject();
  }
}
