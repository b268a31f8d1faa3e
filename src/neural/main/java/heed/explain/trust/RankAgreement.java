package heed.explain.trust;

import heed.explain.Attribution;
import heed.explain.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far explanations agree on the order of events, whatever their units.
 *
 * @param first who is compared
 * @param second with whom
 * @param tau the mean of {@link #tau(double[], double[])} over questions, those left out for which
 *     it is not defined
 * @param sameTop the share of questions on whose heaviest event they agree
 * @param questions how many were compared
 */
public record RankAgreement(String first, String second, double tau, double sameTop, int questions)
    implements Sentence {

  /** The agreement over the same questions. */
  public static RankAgreement of(List<Attribution> first, List<Attribution> second) {
    if (first.isEmpty() || first.size() != second.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "agreement needs explanations of the same questions, found %d and %d",
              first.size(),
              second.size()));
    }
    List<Double> taus = new ArrayList<>();
    int same = 0;
    for (int i = 0; i < first.size(); i++) {
      requireSame(first.get(i), second.get(i));
      taus.add(tau(first.get(i).weights(), second.get(i).weights()));
      same += first.get(i).order()[0] == second.get(i).order()[0] ? 1 : 0;
    }
    double mean =
        taus.stream()
            .filter(tau -> !tau.isNaN())
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(Double.NaN);
    return new RankAgreement(
        first.get(0).explainer(),
        second.get(0).explainer(),
        mean,
        (double) same / first.size(),
        first.size());
  }

  private static void requireSame(Attribution one, Attribution other) {
    if (one.item() != other.item() || !one.history().equals(other.history())) {
      throw new IllegalArgumentException(
          "explanations of different questions cannot agree: " + one + " and " + other);
    }
  }

  /**
   * Kendall's tau-b (Kendall 1945): pairs in the same order less pairs in the opposite one, over
   * the root of the product of the pairs not tied in each. 1 is the same order, -1 the opposite.
   *
   * @return NaN if all values of one are equal, or there are fewer than 2
   */
  public static double tau(double[] first, double[] second) {
    long balance = 0;
    long untiedFirst = 0;
    long untiedSecond = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = i + 1; j < first.length; j++) {
        double one = Math.signum(first[i] - first[j]);
        double other = Math.signum(second[i] - second[j]);
        balance += (long) (one * other);
        untiedFirst += one != 0 ? 1 : 0;
        untiedSecond += other != 0 ? 1 : 0;
      }
    }
    return untiedFirst == 0 || untiedSecond == 0
        ? Double.NaN
        : balance / Math.sqrt((double) untiedFirst * untiedSecond);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s and %s: tau %.2f, same heaviest event in %.0f%% of %d questions",
        first,
        second,
        tau,
        100 * sameTop,
        questions);
  }
}
