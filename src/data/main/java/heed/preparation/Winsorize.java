package heed.preparation;

import heed.log.Interactions;
import heed.log.Step;
import java.util.Locale;

/**
 * Values beyond two quantiles moved to them (Tukey 1962, after C. P. Winsor).
 *
 * <p>The quantiles are values of the log: of n ascending values, those at lower (n - 1), rounded
 * down, and at upper (n - 1), rounded up. So a second time changes nothing.
 *
 * @param lower share of values below the first quantile
 * @param upper share of values below the second
 * @param least the first quantile; NaN until it is taken from a log
 * @param most the second quantile; NaN until it is taken from a log
 */
record Winsorize(double lower, double upper, double least, double most) implements Step {

  Winsorize {
    if (!(0 <= lower && lower < upper && upper <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "quantiles are 0 <= lower < upper <= 1, found %s and %s; 0.01 and 0.99 are usual",
              lower,
              upper));
    }
  }

  static Winsorize unfitted(double lower, double upper) {
    return new Winsorize(lower, upper, Double.NaN, Double.NaN);
  }

  @Override
  public String name() {
    String quantiles =
        "winsorize values to their quantiles "
            + Values.shown(lower)
            + " and "
            + Values.shown(upper);
    return Double.isNaN(least)
        ? quantiles
        : quantiles + ", " + Values.shown(least) + " and " + Values.shown(most);
  }

  @Override
  public Step fitted(Interactions log) {
    if (!Double.isNaN(least) || log.size() == 0) {
      return this;
    }
    double[] sorted = Values.sorted(Field.VALUE.demandedBy(this, log).values());
    int last = sorted.length - 1;
    return new Winsorize(
        lower,
        upper,
        sorted[(int) Math.floor(lower * last)],
        sorted[(int) Math.ceil(upper * last)]);
  }

  @Override
  public Interactions of(Interactions log) {
    Winsorize bounds = (Winsorize) fitted(log);
    double[] values = log.events().values().clone();
    for (int row = 0; row < values.length; row++) {
      // Math.max and min keep NaN, a missing value.
      values[row] = Math.max(bounds.least, Math.min(bounds.most, values[row]));
    }
    return log.withEvents(log.events().withValues(values));
  }
}
