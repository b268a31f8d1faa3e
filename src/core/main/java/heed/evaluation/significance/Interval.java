package heed.evaluation.significance;

import java.util.Locale;

/**
 * Where a figure lies, as far as the users asked can tell.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {

  public Interval {
    if (low > high) {
      throw new IllegalArgumentException(
          "an interval ends after it begins, found " + low + " to " + high);
    }
  }

  /** Of a figure of which nothing is known. */
  static Interval unknown() {
    return new Interval(Double.NaN, Double.NaN);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f to %.4f", low, high);
  }
}
