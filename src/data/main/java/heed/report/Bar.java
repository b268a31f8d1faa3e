package heed.report;

import java.util.Locale;

/**
 * One bar of a histogram: how many events lie in a half-open range, or on one value.
 *
 * @param from the least value in it
 * @param to the first value after it; equal to {@code from} where the bar is a single value
 * @param count how many there are
 */
public record Bar(double from, double to, int count) {

  public Bar {
    if (!(from <= to) || count < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a bar needs from <= to and no negative count, found %s",
              this.toText()));
    }
  }

  private String toText() {
    return from + " to " + to + ": " + count;
  }
}
