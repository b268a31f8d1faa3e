package heed.report;

import java.util.Arrays;

/**
 * How far a value lies from the middle of others, measured so that outliers do not hide themselves:
 * the robust z-score of Iglewicz and Hoaglin (1993).
 *
 * <p>z(x) = 0.6745 (x - median) / MAD, where MAD is the median of the distances to the median.
 * Where more than half of the values are equal MAD is 0, and the mean distance D takes its place: z
 * = (x - median) / (1.2533 D). Both make the scale that of a standard deviation if values are
 * normal.
 *
 * @param median of the values; of an even number the mean of the two in the middle
 * @param scale what a distance of one is worth; 0 if all values are equal
 */
record RobustScale(double median, double scale) {

  /** The z-score from which on Iglewicz and Hoaglin call a value a potential outlier. */
  static final double OUTLYING = 3.5;

  private static final double MAD_OF_NORMAL = 0.6744897501960817;

  private static final double STANDARD_DEVIATION_OF_MEAN_DISTANCE = 1.2533141373155001;

  /**
   * The scale of some finite values.
   *
   * @param ascending the values, at least one
   */
  static RobustScale of(double[] ascending) {
    double median = middle(ascending);
    double mad = middle(distances(ascending, median));
    if (mad > 0) {
      return new RobustScale(median, mad / MAD_OF_NORMAL);
    }
    double mean = Arrays.stream(ascending).map(x -> Math.abs(x - median)).average().orElse(0);
    return new RobustScale(median, STANDARD_DEVIATION_OF_MEAN_DISTANCE * mean);
  }

  private static double middle(double[] ascending) {
    int size = ascending.length;
    return size % 2 == 1
        ? ascending[size / 2]
        : ascending[size / 2 - 1] / 2 + ascending[size / 2] / 2;
  }

  /** The distances to the median, ascending: merged from its two sides, without sorting again. */
  private static double[] distances(double[] ascending, double median) {
    int size = ascending.length;
    double[] distances = new double[size];
    int left = size / 2 - 1;
    int right = size / 2;
    for (int i = 0; i < size; i++) {
      double below = left < 0 ? Double.POSITIVE_INFINITY : median - ascending[left];
      double above = right == size ? Double.POSITIVE_INFINITY : ascending[right] - median;
      distances[i] = Math.min(below, above);
      if (below <= above) {
        left--;
      } else {
        right++;
      }
    }
    return distances;
  }

  double z(double value) {
    return scale == 0 ? 0 : (value - median) / scale;
  }
}
