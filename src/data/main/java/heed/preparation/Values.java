package heed.preparation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** What the values of a log are like, taken together. */
final class Values {

  private static final MathContext SHOWN = new MathContext(6);

  private Values() {}

  /** Those that are there, ascending. */
  static double[] sorted(double[] values) {
    double[] present = new double[values.length];
    int size = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        present[size++] = value;
      }
    }
    double[] sorted = Arrays.copyOf(present, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The middle of ascending values, or the mean of the two in the middle. */
  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  /** A number as a name shows it: six digits at most, no exponent. */
  static String shown(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
