package heed.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigurePartTest {

  @Test
  void a_path_sets_an_attribute_of_an_attribute() {
    assertThat(json(Trace.part().set("marker.line.width", 2).set("marker.color", "red")))
        .isEqualTo("{\"marker\":{\"line\":{\"width\":2},\"color\":\"red\"}}");
  }

  @Test
  void numbers_that_are_not_finite_and_missing_ones_are_blanks() {
    assertThat(json(Trace.part().set("z", new double[][] {{1, Double.NaN}})))
        .isEqualTo("{\"z\":[[1.0,null]]}");
    assertThat(json(Trace.part().set("z", new Float[] {.1f, null, Float.POSITIVE_INFINITY})))
        .isEqualTo("{\"z\":[0.1,null,null]}");
    assertThat(json(Trace.part().y(Arrays.asList(2, null)))).isEqualTo("{\"y\":[2,null]}");
  }

  @Test
  void a_value_that_is_null_is_refused_with_its_name() {
    assertThatThrownBy(() -> Trace.part().set("name", null)).hasMessageContaining("name");
  }

  @Test
  void a_part_takes_what_another_part_has() {
    Trace line = Trace.line(List.of(), List.of()).with(Trace.part().x(List.of(1)));
    assertThat(line.values()).containsEntry("x", List.of(1)).containsEntry("mode", "lines");
  }

  @Test
  void a_menu_entry_gives_each_trace_its_own() {
    Menu menu =
        Menu.above()
            .entry("other", List.of(Trace.part().x(List.of(1)), Trace.part().x(List.of(2))));
    assertThat(json(menu)).contains("\"args\":[{\"x\":[[1],[2]]}]");
  }

  @Test
  void a_menu_entry_that_changes_axes_names_their_attributes_by_path() {
    Menu menu =
        Menu.second()
            .entry("all", List.of(false, true), Map.of("xaxis", Axis.part().angle(-90)), 400);
    assertThat(json(menu))
        .contains("{\"visible\":[false,true]},{\"xaxis.tickangle\":-90,\"height\":400}");
  }

  @Test
  void a_long_title_takes_the_room_it_needs() {
    String title = "word ".repeat(30).strip();
    assertThat(Layout.titled("short", 300).height()).isEqualTo(300);
    assertThat(Layout.titled("short", 300, Menu.HEIGHT).height()).isEqualTo(338);
    assertThat(Layout.titled(title, 300).height()).isEqualTo(338);
    assertThat(json(Layout.titled("a < b", 300))).contains("a \\u0026lt; b");
  }

  @Test
  void the_first_axis_has_no_number() {
    Layout layout = Layout.titled("t", 300).xAxis(Axis.part()).xAxis(2, Axis.part());
    assertThat(layout.values()).containsKeys("xaxis", "xaxis2");
    assertThat(Trace.part().on(1, 2).values())
        .containsEntry("xaxis", "x")
        .containsEntry("yaxis", "y2");
  }

  private static String json(FigurePart<?> part) {
    return FigurePart.json(part);
  }
}
