package heed.evaluation.significance;

import java.util.Arrays;
import java.util.Locale;

/**
 * How small a difference between two recommenders some users can show: found before the test is
 * opened, from two recommenders that answered questions of the same kind.
 *
 * <p>A difference of {@link #smallest(int)} comes out significant four times in five. It follows
 * from how much the difference varies from user to user, by the normal approximation of a paired
 * test at the 5% level, two-sided: (1.96 + 0.84) standard errors.
 *
 * @param deviation standard deviation of the difference of means, times the root of the users: what
 *     one user's questions vary by
 * @param users who were asked
 */
public record Power(double deviation, int users) {

  /** The quantiles of 0.975 and 0.8 of the normal distribution, added up. */
  private static final double ERRORS = 1.95996 + .84162;

  public Power {
    if (!(deviation >= 0) || users < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a power needs a deviation of at least 0 and two users, found %s and %d",
              deviation,
              users));
    }
  }

  /**
   * From a measure of two recommenders' answers.
   *
   * @param first one value a question
   * @param second of the same questions
   * @param users whose question it is, at least two
   */
  public static Power of(double[] first, double[] second, int[] users) {
    double[] differences = first.clone();
    Arrays.setAll(differences, question -> first[question] - second[question]);
    UserSums byUser = UserSums.of(differences, users);
    int count = byUser.sums().length;
    if (count < 2) {
      throw new IllegalArgumentException("a power needs two users, found " + count);
    }
    double mean = Arrays.stream(differences).average().orElse(0);
    double squares = 0;
    for (int user = 0; user < count; user++) {
      double off = byUser.sums()[user] - byUser.counts()[user] * mean;
      squares += off * off;
    }
    double variance = squares / count * count / (count - 1); // Of a user's sum.
    double questions = (double) users.length / count;
    return new Power(Math.sqrt(variance) / questions, count);
  }

  /** The smallest difference of means that so many users show four times in five. */
  public double smallest(int askedUsers) {
    return ERRORS * deviation / Math.sqrt(askedUsers);
  }

  /** How many users show a difference of this size four times in five. */
  public long usersFor(double difference) {
    double root = ERRORS * deviation / Math.abs(difference);
    return (long) Math.ceil(root * root);
  }
}
