package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.explain.Confusion;
import heed.explain.Example;
import heed.explain.Gates;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatesChartTest {

  private static final Catalogue TWO =
      Catalogue.of(List.of("1", "2"), Map.of("1", "Heat", "2", "Alien"));

  private static final Gates GATES =
      new Gates(
          new Example(History.untimed(TWO, 1, 1, 1), 2),
          List.of("memory", "the same for all"),
          new double[][] {{0, .5}, {1, 1}, {-3, 1}},
          Map.of("erases", new double[] {.25, .5, .75}));

  @Test
  void a_bar_is_what_a_source_adds_after_an_event_and_a_line_how_far_a_gate_is_open() {
    JsonArray traces = figure().getAsJsonArray("data");
    assertThat(traces.get(0).getAsJsonObject().get("y")).hasToString("[0.0,1.0,-3.0]");
    assertThat(traces.get(1).getAsJsonObject().get("y")).hasToString("[0.5,1.0,1.0]");
    assertThat(traces.get(2).getAsJsonObject().get("y")).hasToString("[0.25,0.5,0.75]");
    assertThat(figure().getAsJsonObject("layout").get("barmode").getAsString())
        .as("what speaks against it lies below")
        .isEqualTo("relative");
  }

  @Test
  void words_say_which_source_moves_the_score_most() {
    assertThat(GatesChart.of(GATES).description())
        .isEqualTo(
            "Why Alien? Most comes from memory (75%, against it). After the last event: memory"
                + " -3.00, the same for all +1.00. Gates: erases 75%");
  }

  @Test
  void a_confusion_is_coloured_by_shares_of_its_rows() {
    Confusion confusion =
        Confusion.of(
            "topic",
            List.of("a", "b"),
            new int[] {0, 0, 0, 0, 1},
            "interest",
            List.of("1", "2"),
            new int[] {0, 0, 0, 1, 1});
    JsonObject trace =
        JsonParser.parseString(ConfusionChart.of(confusion).json())
            .getAsJsonObject()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertThat(trace.get("z")).hasToString("[[0.75,0.25],[0.0,1.0]]");
    assertThat(trace.get("text")).hasToString("[[3,1],[0,1]]");
  }

  private static JsonObject figure() {
    return JsonParser.parseString(GatesChart.of(GATES).json()).getAsJsonObject();
  }
}
