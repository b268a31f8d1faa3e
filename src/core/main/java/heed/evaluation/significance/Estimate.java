package heed.evaluation.significance;

import java.util.Locale;

/**
 * A figure with how far it can be trusted.
 *
 * @param value the mean over questions
 * @param interval where it lies, from drawing users anew
 * @param pValue how likely chance alone puts it so far behind the best, adjusted by Holm for all
 *     recommenders beside it; 1 for the best
 * @param standing what follows of that
 */
public record Estimate(double value, Interval interval, double pValue, Significance standing) {

  /** Of a measure that says nothing of what was asked. */
  public static Estimate unknown() {
    return new Estimate(Double.NaN, Interval.unknown(), 1, Significance.LEVEL);
  }

  /** The same figure with its sign turned, for a measure of which less is better. */
  public Estimate negated() {
    Interval turned = new Interval(-interval.high(), -interval.low());
    return new Estimate(-value, turned, pValue, standing);
  }

  /** With the mark that a table shows: {@code *} the best, {@code =} level with it. */
  public String marked() {
    String mark =
        switch (standing) {
          case BEST -> "* ";
          case LEVEL -> "= ";
          case BEHIND -> "";
        };
    return mark + String.format(Locale.ROOT, "%.4f", value);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f (%s)", value, interval);
  }
}
