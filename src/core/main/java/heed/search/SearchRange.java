package heed.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What one component of settings may be. */
public sealed interface SearchRange {

  /** As many digits as numbers are drawn to, unless the range says otherwise. */
  int DIGITS = 3;

  /** A value at random. */
  Object draw(SplittableRandom random);

  /** At most so many values, spread over the range; all of some choices. */
  List<Object> grid(int points);

  /**
   * One of some values, each as likely as another.
   *
   * @param values of the component's type
   */
  record Choices(List<Object> values) implements SearchRange {

    public Choices {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("there is no value to choose; give at least one");
      }
    }

    @Override
    public Object draw(SplittableRandom random) {
      return values.get(random.nextInt(values.size()));
    }

    @Override
    public List<Object> grid(int points) {
      return values;
    }
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  record Whole(int low, int high) implements SearchRange {

    public Whole {
      requireOrder(low, high);
    }

    @Override
    public Object draw(SplittableRandom random) {
      return random.nextInt(low, high + 1);
    }

    @Override
    public List<Object> grid(int points) {
      return spread(points)
          .mapToObj(share -> (int) Math.round(low + share * ((double) high - low)))
          .distinct()
          .<Object>map(value -> value)
          .toList();
    }
  }

  /** A number from {@code low} to {@code high}, to three digits. */
  record Real(double low, double high) implements SearchRange {

    public Real {
      requireOrder(low, high);
    }

    @Override
    public Object draw(SplittableRandom random) {
      return at(random.nextDouble());
    }

    @Override
    public List<Object> grid(int points) {
      return spread(points).<Object>mapToObj(this::at).distinct().toList();
    }

    private double at(double share) {
      return within(low, rounded(low + share * (high - low), DIGITS), high);
    }
  }

  /**
   * A number above 0 from {@code low} to {@code high}, even in its logarithm: each order of
   * magnitude is as likely as another.
   *
   * @param digits it is rounded to so many, at least 1: more would pretend that they matter
   */
  record Log(double low, double high, int digits) implements SearchRange {

    public Log {
      requireOrder(low, high);
      if (!(low > 0)) {
        throw new IllegalArgumentException(
            "a range of orders of magnitude begins above 0, found " + low + "; use real(...)");
      }
      if (digits < 1) {
        throw new IllegalArgumentException("a number has at least 1 digit, found " + digits);
      }
    }

    /** To three digits. */
    public Log(double low, double high) {
      this(low, high, DIGITS);
    }

    @Override
    public Object draw(SplittableRandom random) {
      return at(random.nextDouble());
    }

    @Override
    public List<Object> grid(int points) {
      return spread(points).<Object>mapToObj(this::at).distinct().toList();
    }

    private double at(double share) {
      return within(low, rounded(low * Math.pow(high / low, share), digits), high);
    }
  }

  /**
   * A time of whole days, even in its logarithm, for a component of type {@link Duration}.
   *
   * @param days how many; it begins at 1 or more
   */
  record Days(Log days) implements SearchRange {

    public Days {
      if (days.low < 1) {
        throw new IllegalArgumentException(
            "a range of whole days begins at 1 or more, found " + days.low);
      }
    }

    @Override
    public Object draw(SplittableRandom random) {
      return whole(days.draw(random));
    }

    @Override
    public List<Object> grid(int points) {
      return days.grid(points).stream().<Object>map(Days::whole).distinct().toList();
    }

    private static Duration whole(Object days) {
      return Duration.ofDays(((Double) days).longValue());
    }
  }

  private static void requireOrder(double low, double high) {
    if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException(
          "a range goes from a finite number up to another, found " + low + " to " + high);
    }
  }

  /** From 0 to 1; a single one in the middle. */
  private static DoubleStream spread(int points) {
    if (points < 1) {
      throw new IllegalArgumentException("a grid has at least 1 point an axis, found " + points);
    }
    return points == 1
        ? DoubleStream.of(0.5)
        : IntStream.range(0, points).mapToDouble(point -> point / (points - 1.0));
  }

  private static double rounded(double value, int digits) {
    return BigDecimal.valueOf(value).round(new MathContext(digits)).doubleValue();
  }

  private static double within(double low, double value, double high) {
    return Math.max(low, Math.min(value, high));
  }
}
