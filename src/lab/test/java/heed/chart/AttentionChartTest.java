package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.explain.AttentionMap;
import heed.explain.Explained;
import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import heed.model.sequential.TestedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AttentionChartTest {

  private static final List<String> FILMS = List.of("Heat (1995)", "Se7en \"Seven\" <1995>");

  private static final AttentionMap SHARES =
      map(
          Weights.NORMALIZED,
          new float[][] {{1, 0}, {0.2f, 0.8f}},
          new float[][] {{1, 0}, {0.4f, 0.6f}});

  private static final AttentionMap STRENGTHS =
      map(Weights.UNNORMALIZED, new float[][] {{3, 0}, {0.5f, 0.25f}});

  private static final AttentionMap SIGNED =
      map(Weights.UNNORMALIZED, new float[][] {{0.1f, 0}, {-0.5f, 0.25f}});

  @Test
  void a_map_that_never_looks_ahead_has_no_future_and_names_both_places_on_hover() {
    JsonObject trace = trace(SHARES);
    JsonArray rows = trace.getAsJsonArray("z");
    assertThat(rows.get(0).getAsJsonArray().get(1).isJsonNull()).isTrue();
    assertThat(rows.get(1).getAsJsonArray().get(0).getAsFloat()).isBetween(0.299f, 0.301f);
    assertThat(trace.getAsJsonArray("customdata").get(1).getAsJsonArray().get(0).toString())
        .contains("Seven", "Heat (1995)");
    assertThat(trace.get("hovertemplate").getAsString())
        .isEqualTo(
            "<b>%{customdata[0]}</b><br>takes <b>%{z:.1%}</b> from<br><b>%{customdata[1]}</b>"
                + "<extra></extra>");
  }

  @Test
  void a_map_that_looks_ahead_shows_all_of_it_and_colours_its_first_row() {
    AttentionMap both = map(Weights.NORMALIZED, new float[][] {{0.1f, 0.9f}, {0.5f, 0.5f}});
    assertThat(trace(both).get("z")).hasToString("[[0.1,0.9],[0.5,0.5]]");
    assertThat(trace(both).get("zmax").getAsFloat()).isEqualTo(0.9f);
  }

  @Test
  void a_menu_offers_the_mean_and_every_head_with_colours_of_its_own_range() {
    JsonArray buttons = buttons(SHARES);
    assertThat(buttons).hasSize(3);
    assertThat(buttons.get(2).getAsJsonObject().get("label").getAsString())
        .isEqualTo("layer 1, head 2");
    assertThat(changes(buttons.get(2)))
        .hasToString("{\"z\":[[[1.0,null],[0.4,0.6]]],\"zmin\":[0.0],\"zmax\":[0.6]}");
  }

  @Test
  void title_and_description_follow_the_menu() {
    JsonObject head = buttons(SHARES).get(1).getAsJsonObject();
    assertThat(head.get("method").getAsString()).isEqualTo("update");
    JsonObject told = head.getAsJsonArray("args").get(1).getAsJsonObject();
    String finding =
        "Layer 1, head 1: Se7en &quot;Seven&quot; &lt;1995&gt; takes 80% from itself, and of the others most from Heat"
            + " (1995) (20%)";
    assertThat(told.get("title.text").getAsString().replace("<br>", " "))
        .isEqualTo(finding.replace("&quot;", "\""));
    assertThat(told.get("annotations[0].text").getAsString())
        .endsWith(finding.replace("&quot;", "\""));
    JsonObject mean = buttons(SHARES).get(0).getAsJsonObject();
    assertThat(mean.getAsJsonArray("args").get(1).getAsJsonObject().get("title.text"))
        .isEqualTo(layout(SHARES).getAsJsonObject("title").get("text"));
  }

  @Test
  void the_words_that_follow_are_the_only_annotation() {
    JsonObject spoken =
        JsonParser.parseString(AttentionChart.of(SHARES).spoken()).getAsJsonObject();
    assertThat(spoken.getAsJsonObject("layout").getAsJsonArray("annotations")).hasSize(1);
    JsonObject lines =
        JsonParser.parseString(AttentionLinesChart.of(SHARES).spoken()).getAsJsonObject();
    assertThat(lines.getAsJsonObject("layout").getAsJsonArray("annotations")).hasSize(1);
  }

  @Test
  void shares_are_percentages_and_leave_the_lone_first_event_out_of_the_colours() {
    JsonObject trace = trace(SHARES);
    assertThat(trace.get("colorscale").getAsString()).isEqualTo("Viridis");
    assertThat(trace.get("zmin").getAsFloat()).isZero();
    assertThat(trace.get("zmax").getAsFloat()).isBetween(0.699f, 0.701f);
    assertThat(bar(trace)).contains("share", ".0%");
    assertThat(looked(SHARES)).isEqualTo("looked at (each row sums to 100%)");
  }

  @Test
  void strengths_are_plain_numbers_and_the_first_event_counts() {
    JsonObject trace = trace(STRENGTHS);
    assertThat(trace.get("colorscale").getAsString()).isEqualTo("Viridis");
    assertThat(trace.get("zmin").getAsFloat()).isZero();
    assertThat(trace.get("zmax").getAsFloat()).isEqualTo(3);
    assertThat(trace.get("hovertemplate").getAsString()).contains("%{z:.3g}</b> times");
    assertThat(bar(trace)).contains("strength").doesNotContain("%");
    assertThat(looked(STRENGTHS)).isEqualTo("looked at (rows sum to anything)");
  }

  @Test
  void strengths_below_zero_get_two_colours_that_meet_at_zero() {
    JsonObject trace = trace(SIGNED);
    assertThat(trace.get("colorscale"))
        .hasToString("[[0,\"#E69F00\"],[0.5,\"#dddddd\"],[1,\"#0072B2\"]]");
    assertThat(trace.get("zmin").getAsFloat()).isEqualTo(-0.5f);
    assertThat(trace.get("zmax").getAsFloat()).isEqualTo(0.5f);
    assertThat(looked(SIGNED))
        .isEqualTo("looked at (rows sum to anything; orange is below 0, blue above)");
  }

  @Test
  void the_words_say_what_the_picture_shows() {
    assertThat(AttentionChart.of(SHARES).description())
        .isEqualTo(
            "Attention map of 2 places, 1 layers with 2 heads; each row sums to 100%. Se7en"
                + " \"Seven\" <1995> takes 70% from itself, and of the others most from Heat (1995)"
                + " (30%)");
    assertThat(AttentionChart.of(SIGNED).description())
        .contains("takes 0.25 times itself, and of the others most strongly Heat (1995) (-0.50");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GRU", "LSTM", "MEMORY"})
  void every_network_that_attends_has_a_chart(TestedNetwork tested) {
    AttentionMap map = Explained.map(tested);
    int places = map.labels().size();
    JsonObject trace = trace(map);
    assertThat(trace.getAsJsonArray("x")).hasSize(places);
    assertThat(trace.getAsJsonArray("y")).hasSize(places);
    assertThat(trace.getAsJsonArray("customdata")).hasSize(places);
    assertThat(trace.get("colorscale").isJsonArray()).isEqualTo(map.lowest() < 0);
    JsonArray buttons = buttons(map);
    assertThat(buttons).hasSize(1 + map.layers().size() * map.heads());
    for (JsonElement button : buttons) {
      isDrawn(changes(button), places, !map.looksAhead());
    }
    assertThat(layout(map).getAsJsonObject("yaxis").get("ticktext").toString())
        .startsWith("[\"Heat (1995)\",\"Alien (1979)\"")
        .endsWith(map.looksAhead() ? "\"what comes next?\"]" : "\"16\"]");
    assertThat(AttentionChart.of(map).description()).doesNotContain("NaN", "Infinity");
  }

  /** All weights lie within the colours; only the future, if there is one, is left blank. */
  private static void isDrawn(JsonObject changes, int places, boolean noFuture) {
    float bottom = changes.getAsJsonArray("zmin").get(0).getAsFloat();
    float top = changes.getAsJsonArray("zmax").get(0).getAsFloat();
    assertThat(bottom).isLessThan(top);
    JsonArray rows = changes.getAsJsonArray("z").get(0).getAsJsonArray();
    assertThat(rows).hasSize(places);
    for (int query = 0; query < places; query++) {
      assertThat(rows.get(query).getAsJsonArray()).hasSize(places);
      for (int key = 0; key < places; key++) {
        JsonElement weight = rows.get(query).getAsJsonArray().get(key);
        assertThat(weight.isJsonNull()).isEqualTo(noFuture && key > query);
        if (!weight.isJsonNull() && query > 0) {
          assertThat(weight.getAsFloat()).isBetween(bottom, top);
        }
      }
    }
  }

  private static AttentionMap map(Weights kind, float[][]... heads) {
    return new AttentionMap(
        FILMS, List.of(new AttentionLayer("layer 1", kind)), new float[][][][] {heads});
  }

  private static JsonObject trace(AttentionMap map) {
    return figure(map).getAsJsonArray("data").get(0).getAsJsonObject();
  }

  private static JsonObject layout(AttentionMap map) {
    return figure(map).getAsJsonObject("layout");
  }

  private static JsonObject figure(AttentionMap map) {
    return JsonParser.parseString(AttentionChart.of(map).json()).getAsJsonObject();
  }

  private static JsonArray buttons(AttentionMap map) {
    return layout(map)
        .getAsJsonArray("updatemenus")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("buttons");
  }

  private static JsonObject changes(JsonElement button) {
    return button.getAsJsonObject().getAsJsonArray("args").get(0).getAsJsonObject();
  }

  private static String bar(JsonObject trace) {
    return trace.get("colorbar").toString();
  }

  private static String looked(AttentionMap map) {
    return layout(map).getAsJsonObject("xaxis").getAsJsonObject("title").get("text").getAsString();
  }
}
