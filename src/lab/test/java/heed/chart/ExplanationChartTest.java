package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.explain.Attribution;
import heed.explain.HeadProfile;
import heed.explain.HeadProfiles;
import heed.explain.trust.Faithfulness;
import heed.explain.trust.Trial;
import heed.explain.trust.Trust;
import heed.figure.Figure;
import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationChartTest {

  private static final Catalogue FORTY =
      Catalogue.of(
          IntStream.range(10, 50).mapToObj(Integer::toString).toList(),
          Map.of("10", "Heat (1995)", "11", "Se7en \"Seven\" <1995>"));

  @Test
  void a_row_an_explainer_in_shares_of_what_it_gave_for_and_against() {
    Figure figure =
        ExplainersChart.of(
            List.of(
                attribution("one", 3, -1), attribution("two", 0.2, 0.2), attribution("x", 1, 0)));
    JsonObject trace = trace(figure);
    assertThat(trace.get("z")).hasToString("[[0.75,-0.25],[0.5,0.5],[1.0,0.0]]");
    assertThat(trace.get("zmin").getAsDouble()).isEqualTo(-1);
    assertThat(trace.get("zmax").getAsDouble()).isEqualTo(1);
    assertThat(trace.get("y")).hasToString("[\"one\",\"two\",\"x\"]");
    assertThat(trace.getAsJsonArray("customdata").get(0).getAsJsonArray().get(1).getAsString())
        .as("no markup")
        .isEqualTo("Se7en \"Seven\" &lt;1995&gt;");
    assertThat(figure.description())
        .startsWith("Why 49? 2 of 3 name Heat (1995). one: 49, because of Heat (1995) (100%); two");
  }

  @Test
  void what_knows_nothing_of_the_network_does_not_vote() {
    Figure figure =
        ExplainersChart.of(
            List.of(
                attribution("one", 3, 1),
                attribution("recency", 1, 2),
                attribution("random", 1, 2)));
    assertThat(figure.description()).startsWith("Why 49? 1 of 1 name Heat (1995). ");
  }

  @Test
  void of_a_long_history_the_heaviest_events_stay_in_their_order() {
    double[] weights = IntStream.range(0, 38).mapToDouble(i -> i % 2 == 0 ? 0.1 : 1).toArray();
    weights[0] = 50;
    JsonObject figure = json(ExplainersChart.of(List.of(attribution("one", weights))));
    JsonArray row =
        trace(ExplainersChart.of(List.of(attribution("one", weights)))).getAsJsonArray("z");
    assertThat(row.get(0).getAsJsonArray()).hasSize(24);
    assertThat(row.get(0).getAsJsonArray().get(0).getAsDouble()).as("the oldest").isGreaterThan(.6);
    JsonArray choices =
        figure
            .getAsJsonObject("layout")
            .getAsJsonArray("updatemenus")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("buttons");
    assertThat(choices.get(0).getAsJsonObject().get("label").getAsString())
        .isEqualTo("the 24 heaviest of 38");
    assertThat(figure.getAsJsonArray("data").get(1).getAsJsonObject().getAsJsonArray("x"))
        .as("all, a click away")
        .hasSize(38);
  }

  @Test
  void explanations_of_different_questions_are_not_drawn_together() {
    assertThatThrownBy(
            () ->
                ExplainersChart.of(List.of(attribution("one", 1, 2), attribution("two", 1, 2, 3))))
        .hasMessageContaining("of one item and history");
    assertThatThrownBy(() -> ExplainersChart.of(List.of())).hasMessageContaining("no explanation");
  }

  @Test
  void curves_fall_on_the_left_and_rise_on_the_right_and_share_a_name() {
    Trust trust =
        new Trust(
            "SASRec",
            "log-probability of SASRec, events dropped",
            List.of(
                trial("last attention", 0, -4, -4),
                trial("recency", 0, -2, -4),
                trial("random", 0, -1, -4)),
            List.of());
    JsonObject figure = json(TrustChart.of(trust));
    JsonArray traces = figure.getAsJsonArray("data");
    assertThat(traces).hasSize(6);
    JsonObject left = traces.get(0).getAsJsonObject();
    JsonObject right = traces.get(1).getAsJsonObject();
    assertThat(left.getAsJsonArray("y").get(0).getAsDouble()).isZero();
    assertThat(left.getAsJsonArray("y").get(5).getAsDouble()).isEqualTo(-4);
    assertThat(right.getAsJsonArray("y").get(5).getAsDouble()).isZero();
    assertThat(left.get("name")).isEqualTo(right.get("name"));
    assertThat(left.get("showlegend").getAsBoolean()).isTrue();
    assertThat(right.get("showlegend").getAsBoolean()).isFalse();
    assertThat(TrustChart.of(trust).description())
        .contains("last attention: area under the deletion curve -3.00");
  }

  @Test
  void a_picture_a_head_says_what_it_is_for() {
    double[] back = new double[21];
    back[2] = 1;
    double[] even = new double[21];
    Arrays.fill(even, 1 / 21.0);
    AttentionLayer layer = new AttentionLayer("layer 1", Weights.NORMALIZED);
    HeadProfile named =
        new HeadProfile(
            layer,
            0,
            back,
            even,
            new double[7],
            new double[7],
            0,
            Optional.of(new HeadProfile.Specialty("the item 3 back", 1, .05, .001)));
    HeadProfile other =
        new HeadProfile(layer, 1, even, even, new double[7], new double[7], 1, Optional.empty());
    Figure figure = HeadsChart.of(new HeadProfiles("SASRec", 9, List.of(named, other)));
    assertThat(figure.description())
        .startsWith("1 of 2 heads look at something that can be named")
        .contains("layer 1, head 1: the item 3 back (100%), entropy 0.00")
        .contains("Most 3 back: 100.0%, equal weights 4.8%.")
        .contains("layer 1, head 2: no specialty, entropy 1.00");
    assertThat(json(figure).getAsJsonArray("data")).hasSize(4);
    assertThat(HeadsChart.byGap(new HeadProfiles("SASRec", 9, List.of(other))).description())
        .contains("up to a year: 0.0%, equal weights 0.0%; longer: 0.0%");
  }

  private static Trial trial(String explainer, double... deletion) {
    double[] insertion = {deletion[2], deletion[0], deletion[0]};
    Attribution attribution = attribution(explainer, 1, 2);
    return new Trial(List.of(attribution), List.of(new Faithfulness(deletion, insertion)));
  }

  private static Attribution attribution(String explainer, double... weights) {
    int[] items = IntStream.rangeClosed(1, weights.length).toArray();
    return new Attribution(
        explainer, History.untimed(FORTY, items), 40, Weights.UNNORMALIZED, weights);
  }

  private static JsonObject trace(Figure figure) {
    return json(figure).getAsJsonArray("data").get(0).getAsJsonObject();
  }

  private static JsonObject json(Figure figure) {
    return JsonParser.parseString(figure.json()).getAsJsonObject();
  }
}
