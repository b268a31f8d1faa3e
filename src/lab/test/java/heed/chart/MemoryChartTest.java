package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.explain.MemoryMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryChartTest {

  /** Two events, two slots; the last event reads three quarters of the second. */
  private static final MemoryMap MAP =
      new MemoryMap(
          List.of("Heat", "Alien"),
          new float[][] {{.5f, .5f}, {.25f, .75f}},
          new float[][] {{.375f, .25f}, {.25f, .75f}},
          List.of(
              new MemoryMap.Slot(.25f, List.of("Heat"), List.of(.5f)),
              new MemoryMap.Slot(.75f, List.of("Alien", "Heat"), List.of(.75f, .5f))));

  @Test
  void a_row_is_a_slot_the_one_read_most_on_top_and_a_column_an_event() {
    JsonObject trace = figure().getAsJsonArray("data").get(0).getAsJsonObject();
    assertThat(trace.get("z")).hasToString("[[0.25,0.75],[0.375,0.25]]");
    assertThat(trace.get("zmax").getAsFloat()).isEqualTo(.75f);
    assertThat(trace.get("customdata"))
        .hasToString(
            "[[\"Heat in slot 2\",\"Alien in slot 2\"],[\"Heat in slot 1\",\"Alien in slot 1\"]]");
    JsonObject layout = figure().getAsJsonObject("layout");
    assertThat(layout.getAsJsonObject("yaxis").get("ticktext"))
        .hasToString("[\"2 (75%) Alien\",\"1 (25%) Heat\"]");
    assertThat(layout.getAsJsonObject("xaxis").get("ticktext")).hasToString("[\"Heat\",\"Alien\"]");
  }

  @Test
  void a_menu_switches_to_what_each_event_addressed() {
    JsonObject menu =
        figure().getAsJsonObject("layout").getAsJsonArray("updatemenus").get(0).getAsJsonObject();
    JsonArray buttons = menu.getAsJsonArray("buttons");
    assertThat(buttons).hasSize(2);
    assertThat(buttons.get(1).getAsJsonObject().getAsJsonArray("args").get(0))
        .hasToString("{\"z\":[[[0.5,0.75],[0.5,0.25]]],\"zmax\":[0.75]}");
  }

  @Test
  void words_say_what_the_slot_read_most_holds() {
    assertThat(MemoryChart.of(MAP).description())
        .isEqualTo(
            "Memory of 2 slots after 2 events. Alien reads most of slot 2 (75%), 75% of which is"
                + " from Alien");
  }

  private static JsonObject figure() {
    return JsonParser.parseString(MemoryChart.of(MAP).json()).getAsJsonObject();
  }
}
