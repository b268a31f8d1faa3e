package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.figure.Figure;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

class TablesawFiguresTest {

  @Test
  void numbers_are_numbers_and_missing_ones_null() {
    Table table =
        Table.create(
            StringColumn.create("film", "a<b", "1995"), DoubleColumn.create("n", 1.5, Double.NaN));
    JsonObject trace =
        trace(TablesawFigures.convert(HorizontalBarPlot.create("t", table, "film", "n")), 0);
    assertThat(trace.get("x")).hasToString("[1.5,null]");
    assertThat(trace.getAsJsonArray("y").get(0).getAsString()).isEqualTo("a<b");
  }

  @Test
  void every_trace_is_kept_though_they_share_a_name() {
    double[][] cells = {{1, 2}, {3, Double.NaN}};
    String[] names = {"a", "b"};
    Figure figure =
        TablesawFigures.convert(
            new tech.tablesaw.plotly.components.Figure(
                Layout.builder("Two, 'quoted' & \"so\"").build(),
                HeatmapTrace.builder(names, names, cells).build(),
                ScatterTrace.builder(new double[] {1}, new double[] {2}).build()));
    assertThat(trace(figure, 0).get("z")).hasToString("[[1.0,2.0],[3.0,null]]");
    assertThat(trace(figure, 1).get("type").getAsString()).isEqualTo("scatter");
  }

  @Test
  void the_title_is_plain_text_where_plotly_3_looks_for_it_and_the_description() {
    Figure figure =
        TablesawFigures.convert(
            new tech.tablesaw.plotly.components.Figure(
                Layout.builder("Ups & downs, <monthly>").build(),
                ScatterTrace.builder(new double[] {1}, new double[] {2}).build()));
    JsonObject layout =
        JsonParser.parseString(figure.json()).getAsJsonObject().getAsJsonObject("layout");
    assertThat(layout.getAsJsonObject("title").get("text").getAsString())
        .isEqualTo("Ups & downs, <monthly>");
    assertThat(figure.description()).isEqualTo("Ups & downs, <monthly>");
  }

  @Test
  void without_a_title_the_description_names_the_traces() {
    Figure figure =
        TablesawFigures.convert(
            new tech.tablesaw.plotly.components.Figure(
                ScatterTrace.builder(new double[] {1}, new double[] {2}).build()));
    assertThat(figure.description()).isEqualTo("a figure of scatter");
  }

  private static JsonObject trace(Figure figure, int index) {
    JsonObject json = JsonParser.parseString(figure.json()).getAsJsonObject();
    return json.getAsJsonArray("data").get(index).getAsJsonObject();
  }
}
