package heed.evaluation.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Could two recommenders differ so much by chance? If they did alike, whose answer is whose would
 * not matter, so the sign of each user's difference is flipped at random: the paired permutation
 * test (Fisher 1935), which assumes no distribution. Compare Smucker et al. 2007.
 *
 * @param rounds how often all signs are drawn; with few users all flips are tried instead
 * @param seed decides the draws
 */
public record PairedTest(int rounds, long seed) {

  public PairedTest {
    if (rounds < 1) {
      throw new IllegalArgumentException("a test draws at least once, found " + rounds);
    }
  }

  /** Two thousand rounds: p is told down to 0.0005. */
  public static PairedTest defaults() {
    return new PairedTest(2_000, 1);
  }

  /**
   * The two-sided p-value: the share of flips whose mean difference is at least as far from 0 as
   * the one found. Drawn flips count the found one among them (Phipson and Smyth 2010), so p is
   * never 0.
   *
   * @param first one value a question
   * @param second of the same questions
   * @param users whose question it is; her questions are flipped together
   * @throws IllegalArgumentException if the lengths differ, or there is no question
   */
  public double pValue(double[] first, double[] second, int[] users) {
    if (first.length != second.length || first.length != users.length || first.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found %,d values of the one, %,d of the other and %,d users; expected one of each per"
                  + " question, of at least 1 question",
              first.length,
              second.length,
              users.length));
    }
    double[] differences = first.clone();
    Arrays.setAll(differences, i -> first[i] - second[i]);
    double[] byUser =
        Arrays.stream(UserSums.of(differences, users).sums()).filter(sum -> sum != 0).toArray();
    double total = 0;
    double size = 0;
    for (double sum : byUser) {
      total += sum;
      size += Math.abs(sum);
    }
    // Sums of the same numbers in another order differ in their last digits.
    double found = Math.abs(total) - 1e-12 * size;
    boolean few = byUser.length < Long.SIZE - 2 && 1L << byUser.length <= rounds;
    return few ? ofAll(byUser, found) : ofDrawn(byUser, found);
  }

  private static double ofAll(double[] byUser, double found) {
    int flips = 1 << byUser.length;
    int asFar = 0;
    for (int flip = 0; flip < flips; flip++) {
      double sum = 0;
      for (int user = 0; user < byUser.length; user++) {
        sum += (flip >> user & 1) == 0 ? byUser[user] : -byUser[user];
      }
      asFar += Math.abs(sum) >= found ? 1 : 0;
    }
    return (double) asFar / flips;
  }

  private double ofDrawn(double[] byUser, double found) {
    SplittableRandom random = new SplittableRandom(seed);
    int asFar = 1;
    for (int round = 0; round < rounds; round++) {
      double sum = 0;
      long signs = 0;
      for (int user = 0; user < byUser.length; user++) {
        signs = user % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
        sum += (signs & 1) == 0 ? byUser[user] : -byUser[user];
      }
      asFar += Math.abs(sum) >= found ? 1 : 0;
    }
    return asFar / (rounds + 1.0);
  }

  /**
   * P-values of several tests at once, so that the chance to find any difference where there is
   * none stays below the level they are held to: Holm 1979. The i-th smallest of m becomes (m - i +
   * 1) p, at least the one before it, at most 1.
   */
  public static double[] holm(double[] pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double before = 0;
    for (int i = 0; i < order.length; i++) {
      before = Math.max(before, Math.min(1, (order.length - i) * pValues[order[i]]));
      adjusted[order[i]] = before;
    }
    return adjusted;
  }
}
