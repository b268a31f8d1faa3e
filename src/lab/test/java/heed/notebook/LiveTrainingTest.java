package heed.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.training.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTrainingTest {
  private final List<String> names = new ArrayList<>();
  private final List<View> shown = new ArrayList<>();
  private final List<View> replaced = new ArrayList<>();
  private final LiveTraining live =
      new LiveTraining("NDCG@10", Optional.of(new RecordingScreen()), () -> 3L << 29);

  @Test
  void no_more_time_is_left_than_the_run_was_given() {
    live.on(new Progress(1, 100, .1, 7, Double.NaN, Double.NaN, 9, 60, 100));
    assertThat(shown.get(1).text()).contains("at most 40 s left");
  }

  @Test
  void a_chart_and_a_line_are_shown_once_and_then_replaced() {
    live.on(new Progress(1, 4, 0.5, 7.5, Double.NaN, Double.NaN, 1200, 3));
    live.on(new Progress(1, 4, 1, 7, 0.1, 0.1, 1200, 6));
    assertThat(shown).hasSize(2);
    assertThat(replaced).hasSize(2);
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void the_chart_has_the_loss_and_the_metric_on_an_axis_of_its_own() {
    live.on(new Progress(1, 4, 1, 7, 0.1, 0.1, 1200, 6));
    live.on(new Progress(2, 4, 0.5, 6, Double.NaN, 0.1, 1200, 9));
    JsonArray traces = chart(replaced.get(0)).getAsJsonArray("data");
    assertThat(traces.get(0).getAsJsonObject().get("x")).hasToString("[1.0,1.5]");
    assertThat(traces.get(0).getAsJsonObject().get("y")).hasToString("[7.0,6.0]");
    assertThat(traces.get(1).getAsJsonObject().get("y")).hasToString("[0.1]");
    assertThat(traces.get(1).getAsJsonObject().get("yaxis").getAsString()).isEqualTo("y2");
  }

  @Test
  void the_line_says_where_the_run_stands_and_what_is_left() {
    live.on(new Progress(2, 4, 1, 6.25, 0.2, 0.3, 12_345, 60));
    assertThat(shown.get(1).text())
        .isEqualTo(
            "epoch 2 of 4 · loss 6.2500 · NDCG@10 0.2000 · best 0.3000 · 12,345 targets/s · 1 min"
                + " 00 s so far · at most 1 min 00 s left · 1.5 GiB free");
  }

  @Test
  void an_epoch_that_a_checkpoint_tells_of_has_no_speed() {
    live.on(new Progress(2, 4, 1, 6.25, 0.2, 0.3, Double.NaN, 60));
    assertThat(shown.get(1).text()).contains("best 0.3000 · 1 min 00 s so far");
  }

  @Test
  void a_loss_that_is_no_number_leaves_a_gap() {
    live.on(new Progress(1, 1, 1, Double.NaN, 0.1, 0.1, 1, 1));
    assertThat(chart(shown.get(0)).getAsJsonArray("data").get(0).getAsJsonObject().get("y"))
        .hasToString("[null]");
  }

  @Test
  void outside_a_notebook_nothing_happens() {
    LiveTraining silent = new LiveTraining("NDCG@10", Optional.empty(), () -> 0);
    assertThatCode(() -> silent.on(new Progress(1, 1, 1, 1, 1, 1, 1, 1)))
        .doesNotThrowAnyException();
  }

  @Test
  void in_a_terminal_a_line_is_written_over_and_the_end_of_an_epoch_stays() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    TerminalTraining terminal =
        new TerminalTraining("NDCG@10", new PrintStream(written, true, UTF_8), () -> 1L << 30);
    terminal.on(new Progress(1, 4, 0.5, 7.25, Double.NaN, Double.NaN, 1_000, 5));
    terminal.on(new Progress(1, 4, 1, 7.5, 0.1, 0.1, 1, 9));
    terminal.on(new Progress(2, 4, 0.5, 6, Double.NaN, 0.1, 1_000, 12));
    String text = written.toString(UTF_8);
    String first =
        "\repoch 1 of 4 · 50 % of it · loss 7.2500 · 1,000 targets/s · 5 s so far · at"
            + " most 35 s left · 1.0 GiB free";
    assertThat(text).startsWith(first + "\repoch 1 of 4 · loss 7.5000 · NDCG@10 0.1000");
    assertThat(text.split("\n", -1)).hasSize(2);
    assertThat(text.split("\n", -1)[0].split("\r", -1)[2].length())
        .as("nothing of the longer line stays")
        .isGreaterThanOrEqualTo(first.length() - 1);
  }

  private static JsonObject chart(View view) {
    return JsonParser.parseString(view.figure().orElseThrow().json()).getAsJsonObject();
  }

  private final class RecordingScreen implements Screen {
    @Override
    public void show(View view) {
      shown.add(view);
    }

    @Override
    public void show(String id, View view) {
      names.add(id);
      shown.add(view);
    }

    @Override
    public void replace(String id, View view) {
      assertThat(names).contains(id);
      replaced.add(view);
    }

    @Override
    public Views views() {
      return Views.standard();
    }

    @Override
    public <T> void register(Class<T> type, Viewer<? super T> viewer) {
      throw new AssertionError("nobody registers a view here");
    }
  }
}
