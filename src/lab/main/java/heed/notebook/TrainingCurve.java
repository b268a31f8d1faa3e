package heed.notebook;

import heed.chart.CurveChart;
import heed.figure.Figure;
import heed.training.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What is known of a run so far, as a figure and as a line of text. */
final class TrainingCurve {
  private final String metric;
  private final LongSupplier freeBytes;
  private final List<Progress> epochs = new ArrayList<>();
  private Progress now;

  /**
   * Nothing is known yet.
   *
   * @param freeBytes of the device's memory, asked whenever the line is drawn
   */
  TrainingCurve(String metric, LongSupplier freeBytes) {
    this.metric = metric;
    this.freeBytes = freeBytes;
  }

  void add(Progress progress) {
    now = progress;
    if (progress.endOfEpoch()) {
      epochs.add(progress);
    }
  }

  /** Loss and validation metric so far, drawn. */
  Figure figure() {
    return CurveChart.of(
        now.endOfEpoch() ? epochs : Stream.concat(epochs.stream(), Stream.of(now)).toList(),
        metric);
  }

  /** Epoch, loss, validation, best, speed, the time that is left and free memory. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "epoch %d of %d", now.epoch(), now.epochs()));
    if (!now.endOfEpoch()) {
      parts.add(String.format(Locale.ROOT, "%.0f %% of it", 100 * now.fraction()));
    }
    parts.add(String.format(Locale.ROOT, "loss %.4f", now.loss()));
    if (!Double.isNaN(now.validation())) {
      parts.add(String.format(Locale.ROOT, "%s %.4f", metric, now.validation()));
    }
    if (!Double.isNaN(now.best())) {
      parts.add(String.format(Locale.ROOT, "best %.4f", now.best()));
    }
    if (!Double.isNaN(now.targetsPerSecond())) {
      parts.add(String.format(Locale.ROOT, "%,.0f targets/s", now.targetsPerSecond()));
    }
    parts.add(time(now.seconds()) + " so far");
    double left = secondsLeft();
    if (left > 0) {
      parts.add("at most " + time(left) + " left");
    }
    parts.add(
        String.format(Locale.ROOT, "%.1f GiB free", freeBytes.getAsLong() / (double) (1L << 30)));
    return String.join(" · ", parts);
  }

  /** By its speed so far or by the time it was given, whichever ends first. */
  private double secondsLeft() {
    double done = (now.epoch() - 1 + now.fraction()) / now.epochs();
    double bySpeed = done <= 0 ? 0 : now.seconds() * (1 - done) / done;
    return Math.min(bySpeed, now.secondsAllowed() - now.seconds());
  }

  private static String time(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
  }
}
