package heed.features.fitting;

import heed.features.Scaling;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Max;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Min;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/** A way to scale numbers, not yet fitted. */
public enum Scaler {
  /** See {@link Scaling.MinMax}. */
  MIN_MAX("min-max") {
    @Override
    Scaling fitKnown(double[] known) {
      double min = Min.of(known).getAsDouble();
      double max = Max.of(known).getAsDouble();
      // A mean of equal numbers may be rounded out of their range.
      double mean = Math.min(max, Math.max(min, Mean.of(known).getAsDouble()));
      return new Scaling.MinMax(min, max, mean);
    }
  },
  /** See {@link Scaling.ZScore}. */
  Z_SCORE("z-score") {
    @Override
    Scaling fitKnown(double[] known) {
      return new Scaling.ZScore(
          Mean.of(known).getAsDouble(), StandardDeviation.of(known).setBiased(true).getAsDouble());
    }
  },
  /** See {@link Scaling.Log}. */
  LOG("log") {
    @Override
    Scaling fitKnown(double[] known) {
      return new Scaling.Log(Median.withDefaults().evaluate(known));
    }
  },
  /** See {@link Scaling.Quantile}. */
  QUANTILE("quantile") {
    @Override
    Scaling fitKnown(double[] known) {
      int points = Math.max(2, Math.min(MOST_POINTS, known.length));
      double[] shares = new double[points];
      Arrays.setAll(shares, i -> i / (points - 1.0));
      double[] quantiles =
          Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(known, shares);
      // Interpolation may round a point below the one before it.
      for (int i = 1; i < points; i++) {
        quantiles[i] = Math.max(quantiles[i - 1], quantiles[i]);
      }
      return new Scaling.Quantile(quantiles);
    }
  };

  /** As many as the shape of any column needs; a saved state stays small. */
  private static final int MOST_POINTS = 1_000;

  private final String label;

  Scaler(String label) {
    this.label = label;
  }

  /**
   * Fits to the training part. Missing numbers, NaN, are left out.
   *
   * @throws IllegalArgumentException if no number is there
   */
  public Scaling fit(double[] training) {
    double[] known = Arrays.stream(training).filter(number -> !Double.isNaN(number)).toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs a number to be fitted to, and all %,d of the training part are missing",
              this,
              training.length));
    }
    return fitKnown(known);
  }

  abstract Scaling fitKnown(double[] known);

  @Override
  public String toString() {
    return label;
  }
}
