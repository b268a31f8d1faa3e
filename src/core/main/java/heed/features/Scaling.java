package heed.features;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A fitted way from a number to one that a network can learn from, and back.
 *
 * <p>A missing number, NaN, becomes what the scaling gives to a middling one.
 */
public sealed interface Scaling {

  /** The number scaled; for NaN what a middling number gives. Never NaN for a finite number. */
  double apply(double number);

  /** The number whose scaling this is. */
  double invert(double scaled);

  /**
   * (x - min) / (max - min): the training part lies in 0..1, later numbers may lie outside. Where
   * all are equal, x - min.
   *
   * @param min least of the training part
   * @param max largest of the training part
   * @param mean of the training part, which stands for a missing number
   */
  record MinMax(double min, double max, double mean) implements Scaling {

    public MinMax {
      demandFinite(min, max, mean);
      if (!(min <= mean && mean <= max)) {
        throw new IllegalArgumentException(
            "min-max needs min <= mean <= max, found " + min + ", " + mean + ", " + max);
      }
    }

    @Override
    public double apply(double number) {
      return ((Double.isNaN(number) ? mean : number) - min) / range();
    }

    @Override
    public double invert(double scaled) {
      return scaled * range() + min;
    }

    private double range() {
      return max == min ? 1 : max - min;
    }
  }

  /**
   * (x - mean) / deviation, with the deviation of the training part as a whole (divided by n, not n
   * - 1). A missing number becomes 0. Where all are equal, x - mean.
   *
   * @param mean of the training part
   * @param deviation of the training part, 0 if all are equal
   */
  record ZScore(double mean, double deviation) implements Scaling {

    public ZScore {
      demandFinite(mean, deviation);
      if (deviation < 0) {
        throw new IllegalArgumentException("a deviation is at least 0, found " + deviation);
      }
    }

    @Override
    public double apply(double number) {
      return Double.isNaN(number) ? 0 : (number - mean) / divisor();
    }

    @Override
    public double invert(double scaled) {
      return scaled * divisor() + mean;
    }

    private double divisor() {
      return deviation == 0 ? 1 : deviation;
    }
  }

  /**
   * sign(x) ln(1 + |x|): for counts and prices, whose ratios matter more than their differences.
   * Nothing but the number for a missing one is learnt.
   *
   * @param median of the training part, which stands for a missing number
   */
  record Log(double median) implements Scaling {

    public Log {
      demandFinite(median);
    }

    @Override
    public double apply(double number) {
      double known = Double.isNaN(number) ? median : number;
      return Math.copySign(Math.log1p(Math.abs(known)), known);
    }

    @Override
    public double invert(double scaled) {
      return Math.copySign(Math.expm1(Math.abs(scaled)), scaled);
    }
  }

  /**
   * The share of the training part that lies below, 0..1, linear between the points kept; the
   * middle of the share where many are equal. Numbers beyond the training part become 0 and 1, and
   * come back as its least and largest. A missing number becomes a half.
   *
   * @param points numbers at evenly spaced shares, ascending, at least two
   */
  record Quantile(double[] points) implements Scaling {

    public Quantile {
      points = points.clone();
      demandFinite(points);
      for (int i = 1; i < points.length; i++) {
        if (points[i] < points[i - 1]) {
          throw new IllegalArgumentException("the points of quantiles ascend, found " + points[i]);
        }
      }
      if (points.length < 2) {
        throw new IllegalArgumentException(
            "quantiles need at least two points, found " + points.length);
      }
    }

    @Override
    public double[] points() {
      return points.clone();
    }

    @Override
    public double apply(double number) {
      int last = points.length - 1;
      if (Double.isNaN(number)) {
        return 0.5;
      }
      if (number <= points[0]) {
        return 0;
      }
      if (number >= points[last]) {
        return 1;
      }
      int above = firstAtLeast(number);
      if (points[above] == number) {
        int end = above;
        while (points[end + 1] == number) {
          end++;
        }
        return (above + end) / (2.0 * last);
      }
      double between = (number - points[above - 1]) / (points[above] - points[above - 1]);
      return (above - 1 + between) / last;
    }

    private int firstAtLeast(double number) {
      int low = 0;
      int high = points.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (points[middle] < number) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public double invert(double scaled) {
      double place = Math.min(1, Math.max(0, scaled)) * (points.length - 1);
      int below = Math.min((int) place, points.length - 2);
      return points[below] + (place - below) * (points[below + 1] - points[below]);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Quantile that && Arrays.equals(points, that.points);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(points);
    }
  }

  private static void demandFinite(double... numbers) {
    if (!DoubleStream.of(numbers).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a scaling needs finite numbers, found " + Arrays.toString(numbers));
    }
  }
}
