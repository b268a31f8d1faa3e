package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.figure.Figure;
import heed.log.Ids;
import heed.log.Interactions;
import heed.report.LogReport;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LogChartTest {

  private static final long DAY = 86_400_000;

  private static final List<Function<LogReport, Figure>> ALL =
      List.of(
          LogChart::overview,
          LogChart::lengths,
          LogChart::longTail,
          LogChart::values,
          LogChart::events,
          LogChart::gaps,
          LogChart::newcomers,
          LogChart::drift);

  /** User a does x, y, z; b does x, x: a day apart each. */
  private static Interactions log() {
    return log("a,a,a,b,b", "x,y,z,x,x", 0, DAY, 2 * DAY, 3 * DAY, 4 * DAY);
  }

  private static Interactions log(String users, String items, long... times) {
    return Interactions.of(
        "tiny",
        Ids.of(List.of(users.split(",", -1))),
        Ids.of(List.of(items.split(",", -1))),
        times);
  }

  @Test
  void every_chart_draws_odd_logs_and_says_more_than_its_title() {
    List<Interactions> odd =
        List.of(
            log("a", "x", 0),
            log("a,a,a", "x,y,z", 1, 2, 3),
            log("a,b,c", "x,y,z", 4, 4, 4).withValues(new double[] {1, 1, 1}),
            log("a,a", "x,x", Long.MIN_VALUE / 4, Long.MAX_VALUE / 4),
            log("a,a", "x,x", Long.MIN_VALUE, Long.MAX_VALUE),
            log().withValues(new double[] {-5, 0, Double.NaN, 1e300, Double.POSITIVE_INFINITY}));
    for (Interactions log : odd) {
      for (Function<LogReport, Figure> chart : ALL) {
        Figure figure = chart.apply(LogReport.of(log));
        assertThat(figure.json()).doesNotContain("NaN", "Infinity");
        assertThat(figure.description()).doesNotContain("NaN").contains(". ");
        assertThat(figure.description().length()).isGreaterThan(title(figure).length());
      }
    }
  }

  private static String title(Figure figure) {
    return layout(figure).getAsJsonObject("title").get("text").getAsString();
  }

  @Test
  void lengths_are_counted_in_bars_between_labelled_edges() {
    Figure figure = LogChart.lengths(LogReport.of(log()));
    assertThat(trace(figure, 0).get("y")).hasToString("[1,1]");
    assertThat(trace(figure, 0).get("hovertext"))
        .hasToString("[\"2 events: 1 user\",\"3 events: 1 user\"]");
    JsonObject axis = layout(figure).getAsJsonObject("xaxis");
    assertThat(axis.get("ticktext")).hasToString("[\"2\",\"3\",\"4\"]");
    assertThat(axis.get("tickvals")).hasToString("[-0.5,0.5,1.5]");
  }

  @Test
  void the_long_tail_is_held_against_equal_shares() {
    Figure figure = LogChart.longTail(LogReport.of(log()));
    assertThat(trace(figure, 0).get("y")).hasToString("[0.0,1.0]");
    // Three of five events are with x, so 10% of three items have 0.3 of 3 events.
    assertThat(figure.description()).startsWith("The top 10% of items have 18% of the events");
    assertThat(trace(figure, 3).getAsJsonArray("y").get(100).getAsDouble()).isEqualTo(1);
  }

  @Test
  void gaps_and_values_are_bars_however_far_apart() {
    LogReport report = LogReport.of(log().withValues(new double[] {1, 1, 3, 1e6, 1e6}));
    Figure values = LogChart.values(report);
    assertThat(trace(values, 0).get("x")).hasToString("[0,1,2]");
    assertThat(trace(values, 0).get("y")).hasToString("[2,1,2]");
    assertThat(layout(values).getAsJsonObject("xaxis").get("ticktext"))
        .hasToString("[\"1\",\"3\",\"1M\"]");
    // Of a two pauses and of b one, all of a day.
    Figure gaps = LogChart.gaps(report);
    assertThat(trace(gaps, 0).get("hovertext").toString()).contains("1 d to 7 d: 3 events");
    assertThat(gaps.description()).startsWith("Half of the next events of a user come within 7 d");
  }

  @Test
  void the_overview_has_a_picture_for_all_that_the_log_has() {
    assertThat(titles(LogReport.of(log())))
        .hasSize(6)
        .anyMatch(title -> title.contains("next events"));
    LogReport rated = LogReport.of(log().withValues(new double[] {1, 2, 2, 3, 4}));
    assertThat(titles(rated)).hasSize(6).contains("Commonest value: 2, in 2 events");
    assertThat(titles(LogReport.of(log("a,b", "x,y", 5, 5)))).hasSize(4);
    Figure figure = LogChart.overview(rated);
    assertThat(figure.description()).contains("Gini", "Jensen-Shannon", "Values reach from 1 to 4");
    assertThat(layout(figure).keySet()).contains("xaxis6", "yaxis6").doesNotContain("xaxis7");
  }

  private static List<String> titles(LogReport report) {
    JsonArray annotations = layout(LogChart.overview(report)).getAsJsonArray("annotations");
    return annotations.asList().stream()
        .map(title -> title.getAsJsonObject().get("text").getAsString().replace("<br>", " "))
        .toList();
  }

  @Test
  void numbers_on_axes_are_short() {
    double[] numbers = {0, 0.5, 1024, 9_999, 12_000, 1_234_567, 999_950, 0.0061234, 1e-5, -3.5};
    List<String> texts = Arrays.stream(numbers).mapToObj(Histogram::number).toList();
    assertThat(texts)
        .containsExactly(
            "0", "0.5", "1024", "9999", "12k", "1.23M", "1M", "0.00612", "1.0e-05", "-3.5");
    assertThat(Histogram.number(2.5e9)).isEqualTo("2.5G");
    assertThat(Histogram.number(1e10)).isEqualTo("10G");
  }

  private static JsonObject layout(Figure figure) {
    return JsonParser.parseString(figure.json()).getAsJsonObject().getAsJsonObject("layout");
  }

  private static JsonObject trace(Figure figure, int index) {
    JsonObject json = JsonParser.parseString(figure.json()).getAsJsonObject();
    return json.getAsJsonArray("data").get(index).getAsJsonObject();
  }
}
