package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SplitChartTest {

  private static final Catalogue FOUR = Catalogue.of(List.of("1", "2", "3", "4"), Map.of());

  @Test
  void each_event_has_the_mark_of_its_part_and_the_line_is_the_last_that_is_learnt_from() {
    JsonArray traces = traces(Split.leaveOneOut().of(users(2, 4)));
    assertThat(values(traces, 0, "x"))
        .containsExactly(
            "1970-01-01T00:00:00",
            "1970-01-01T00:01:40",
            "1970-01-01T01:00:00",
            "1970-01-01T01:01:40");
    assertThat(values(traces, 0, "y")).containsExactly("1", "1", "2", "2");
    assertThat(values(traces, 1, "x"))
        .containsExactly("1970-01-01T00:03:20", "1970-01-01T01:03:20");
    assertThat(values(traces, 2, "customdata")).containsExactly("4", "4");
    assertThat(values(traces, 3, "x")).allMatch("1970-01-01T01:01:40"::equals);
  }

  @Test
  void all_right_answers_of_a_question_are_drawn_each_at_its_time() {
    JsonArray traces = traces(Split.nextEvents(2).of(users(1, 6)));
    assertThat(values(traces, 1, "x"))
        .containsExactly("1970-01-01T00:03:20", "1970-01-01T00:05:00");
    assertThat(values(traces, 2, "x"))
        .containsExactly("1970-01-01T00:06:40", "1970-01-01T00:08:20");
    assertThat(values(traces, 2, "customdata")).containsExactly("1", "2");
  }

  @Test
  void the_title_says_the_worst_leak_or_that_there_is_none() {
    assertThat(title(Split.leaveOneOut().of(users(2, 4))))
        .startsWith("leave-one-out: 1 of 2 targets lie before the last training event");
    assertThat(title(Split.byTime(.4, .3).of(users(1, 4))))
        .endsWith("every question is about a time after all that is learnt from");
  }

  @Test
  void of_many_users_thirty_are_drawn_and_of_long_histories_sixty_events_with_the_last() {
    JsonArray traces = traces(Split.leaveOneOut().of(users(70, 200)));
    assertThat(values(traces, 1, "y")).hasSize(30).doesNotHaveDuplicates();
    List<String> learnt = values(traces, 0, "y");
    assertThat(learnt).filteredOn("1"::equals).hasSizeBetween(45, 60);
    String lastLearnt = "1970-01-01T05:28:20"; // 197 times 100 seconds.
    assertThat(values(traces, 0, "x")).contains(lastLearnt);
  }

  /** User u begins at hour u and has an event each 100 seconds. */
  private static Sequences users(int count, int events) {
    List<History> histories =
        IntStream.range(0, count)
            .mapToObj(
                user ->
                    History.of(
                        FOUR,
                        IntStream.range(0, events).map(i -> 1 + i % 4).toArray(),
                        IntStream.range(0, events)
                            .mapToLong(i -> 3_600L * user + 100L * i)
                            .toArray()))
            .toList();
    List<String> names = IntStream.range(0, count).mapToObj(user -> "u" + user).toList();
    return Sequences.of(FOUR, names, histories);
  }

  private static JsonObject figure(Split.Parts parts) {
    return JsonParser.parseString(SplitChart.of(parts).json()).getAsJsonObject();
  }

  private static JsonArray traces(Split.Parts parts) {
    return figure(parts).getAsJsonArray("data");
  }

  private static String title(Split.Parts parts) {
    JsonObject title = figure(parts).getAsJsonObject("layout").getAsJsonObject("title");
    return title.get("text").getAsString().replace("<br>", " ");
  }

  private static List<String> values(JsonArray traces, int trace, String name) {
    return StreamSupport.stream(
            traces.get(trace).getAsJsonObject().getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }
}
