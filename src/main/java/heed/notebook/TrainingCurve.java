package heed.notebook;

import com.google.gson.Gson;
import heed.chart.Figure;
import heed.training.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of a run so far, as a figure and as a line of text. */
final class TrainingCurve {
  private final String metric;
  private final List<Progress> epochs = new ArrayList<>();
  private Progress now;

  TrainingCurve(String metric) {
    this.metric = metric;
  }

  void add(Progress progress) {
    now = progress;
    if (progress.endOfEpoch()) {
      epochs.add(progress);
    }
  }

  /** Loss by epoch on the left axis, the validation metric on the right one. */
  Figure figure() {
    List<Progress> losses =
        now.endOfEpoch() ? epochs : Stream.concat(epochs.stream(), Stream.of(now)).toList();
    List<Progress> measured =
        epochs.stream().filter(progress -> !Double.isNaN(progress.validation())).toList();
    Map<String, Object> loss =
        trace("loss", "y", "#d9622b", losses, losses.stream().map(Progress::loss).toList());
    Map<String, Object> validation =
        trace(
            metric,
            "y2",
            "#3b82c4",
            measured,
            measured.stream().map(Progress::validation).toList());
    Map<String, Object> figure = Map.of("data", List.of(loss, validation), "layout", layout());
    String description = "Training loss and %s by epoch. %s".formatted(metric, line());
    return new Figure(new Gson().toJson(figure), description);
  }

  /** Epoch, loss, validation, best, speed and the time that is left. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add("epoch %d of %d".formatted(now.epoch(), now.epochs()));
    if (!now.endOfEpoch()) {
      parts.add("%.0f %% of it".formatted(100 * now.fraction()));
    }
    parts.add(String.format(Locale.ROOT, "loss %.4f", now.loss()));
    if (!Double.isNaN(now.validation())) {
      parts.add(String.format(Locale.ROOT, "%s %.4f", metric, now.validation()));
    }
    if (!Double.isNaN(now.best())) {
      parts.add(String.format(Locale.ROOT, "best %.4f", now.best()));
    }
    parts.add(String.format(Locale.ROOT, "%,.0f targets/s", now.targetsPerSecond()));
    parts.add(time(now.seconds()) + " so far");
    double left = secondsLeft();
    if (left > 0) {
      parts.add("at most " + time(left) + " left");
    }
    return String.join(" · ", parts);
  }

  private double secondsLeft() {
    double done = (now.epoch() - 1 + now.fraction()) / now.epochs();
    return done <= 0 ? 0 : now.seconds() * (1 - done) / done;
  }

  private static String time(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  private static Map<String, Object> trace(
      String name, String axis, String colour, List<Progress> at, List<Double> values) {
    List<Double> x = at.stream().map(p -> p.epoch() - 1 + p.fraction()).toList();
    List<Double> y = values.stream().map(v -> Double.isFinite(v) ? v : null).toList();
    return Map.of(
        "type",
        "scatter",
        "mode",
        "lines+markers",
        "name",
        name,
        "x",
        x,
        "y",
        y,
        "yaxis",
        axis,
        "line",
        Map.of("color", colour));
  }

  private Map<String, Object> layout() {
    String clear = "rgba(0,0,0,0)";
    Map<String, Object> grid = Map.of("gridcolor", "rgba(128,128,128,.25)", "zeroline", false);
    return Map.of(
        "height", 320,
        "margin", Map.of("l", 60, "r", 60, "t", 20, "b", 45),
        "paper_bgcolor", clear,
        "plot_bgcolor", clear,
        "font", Map.of("color", "#888888"),
        "legend", Map.of("orientation", "h", "y", 1.12),
        "xaxis", with(grid, Map.of("title", Map.of("text", "epoch"), "rangemode", "tozero")),
        "yaxis", with(grid, Map.of("title", Map.of("text", "loss (nats a target)"))),
        "yaxis2",
            Map.of(
                "title",
                Map.of("text", metric),
                "overlaying",
                "y",
                "side",
                "right",
                "showgrid",
                false,
                "rangemode",
                "tozero"));
  }

  private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> both = new java.util.HashMap<>(one);
    both.putAll(other);
    return both;
  }
}
