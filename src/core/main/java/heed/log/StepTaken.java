package heed.log;

import java.util.Locale;

/**
 * A step that a log has been through.
 *
 * @param step what it does, in words, with its settings
 * @param before what the log held before it
 * @param after what it held after it
 */
public record StepTaken(String step, Size before, Size after) {

  /**
   * How much a log holds.
   *
   * @param events rows
   * @param users distinct users
   * @param items distinct items
   */
  public record Size(int events, int users, int items) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s of %s with %s",
          Counted.of(events, "event"),
          Counted.of(users, "user"),
          Counted.of(items, "item"));
    }
  }

  @Override
  public String toString() {
    return step + ": " + before + " -> " + after;
  }
}
