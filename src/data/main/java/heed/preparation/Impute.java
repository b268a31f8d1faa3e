package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Step;
import java.util.Objects;

/**
 * A value for the rows that have none.
 *
 * @param by how it is found
 * @param number the value given, or for {@link By#MEAN_OF_USER} where the user has none; NaN until
 *     it is taken from a log
 */
record Impute(By by, double number) implements Step {

  enum By {
    CONSTANT("impute value by "),
    MEDIAN("impute value by median "),
    MEAN_OF_USER("impute value by mean of the user, or else of all ");

    private final String words;

    By(String words) {
      this.words = words;
    }
  }

  Impute {
    Objects.requireNonNull(by, "by");
    if (Double.isInfinite(number) || (by == By.CONSTANT && Double.isNaN(number))) {
      throw new IllegalArgumentException("a value to impute is a finite number, found " + number);
    }
  }

  @Override
  public String name() {
    return (by.words + (Double.isNaN(number) ? "" : Values.shown(number))).strip();
  }

  @Override
  public Step fitted(Interactions log) {
    if (!Double.isNaN(number) || log.size() == 0) {
      return this;
    }
    double[] sorted = Values.sorted(Field.VALUE.demandedBy(this, log).values());
    return new Impute(by, by == By.MEDIAN ? Values.median(sorted) : mean(sorted));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Override
  public Interactions of(Interactions log) {
    double other = ((Impute) fitted(log)).number;
    EventColumns events = log.events();
    double[] ofUser = by == By.MEAN_OF_USER ? means(events) : new double[0];
    double[] values = events.values().clone();
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        double own = ofUser.length == 0 ? Double.NaN : ofUser[events.users().code(row)];
        values[row] = Double.isNaN(own) ? other : own;
      }
    }
    return log.withEvents(events.withValues(values));
  }

  /** The mean value of each user; NaN for one without values. */
  private static double[] means(EventColumns events) {
    double[] sums = new double[events.users().distinct().size()];
    int[] counts = new int[sums.length];
    for (int row = 0; row < events.size(); row++) {
      double value = events.values()[row];
      if (!Double.isNaN(value)) {
        sums[events.users().code(row)] += value;
        counts[events.users().code(row)]++;
      }
    }
    for (int user = 0; user < sums.length; user++) {
      sums[user] /= counts[user];
    }
    return sums;
  }
}
