package heed.decision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What {@code environment/report} is told beside how the log is read.
 *
 * @param time for baselines and network together, at least half a minute
 * @param folder where the page, the bundle and the run records go
 */
record ReportOptions(Duration time, Path folder) {

  private static final double LEAST = .5;

  /** The share of the time that goes to baselines. */
  private static final double BASELINES = .3;

  /**
   * Reads {@code --minutes N --to FOLDER}.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  static ReportOptions of(String... arguments) {
    double minutes = 10;
    Path folder = Path.of("runs", "report");
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--minutes" -> minutes = minutes(arguments[i + 1]);
        case "--to" -> folder = Path.of(arguments[i + 1]);
        default ->
            throw new IllegalArgumentException(
                "there are --minutes and --to; found '" + arguments[i] + "'");
      }
    }
    return new ReportOptions(Duration.ofMillis((long) (minutes * 60_000)), folder);
  }

  private static double minutes(String text) {
    double minutes;
    try {
      minutes = Double.parseDouble(text);
    } catch (NumberFormatException none) {
      minutes = Double.NaN;
    }
    if (!(minutes >= LEAST && minutes <= 10_000)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--minutes is a number from %s to 10000, such as 30; found '%s'",
              LEAST,
              text));
    }
    return minutes;
  }

  Duration forBaselines() {
    return Duration.ofMillis((long) (BASELINES * time.toMillis()));
  }

  Duration forNetwork() {
    return time.minus(forBaselines());
  }

  Path page() {
    return folder.resolve("report.html");
  }

  Path bundle() {
    return folder.resolve("recommender.heed");
  }
}
