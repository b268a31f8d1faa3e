package heed.compact.preparation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the preparation of a large log has come.
 *
 * @param stage what is being done, in words
 * @param number of the stage, from 1
 * @param stages how many there are
 * @param share of the stage that is done, in [0, 1]
 * @param elapsed since this call began
 * @param left about how long all of it will still take, once that can be told
 */
public record LargeLogProgress(
    String stage, int number, int stages, double share, Duration elapsed, Optional<Duration> left) {

  /** One line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d of %d, %s: %.0f%% after %s%s",
        number,
        stages,
        stage,
        100 * share,
        shown(elapsed),
        left.map(time -> ", about " + shown(time) + " left").orElse(""));
  }

  private static String shown(Duration time) {
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
