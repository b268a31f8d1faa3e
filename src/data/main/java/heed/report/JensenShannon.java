package heed.report;

/** How different two distributions are. */
final class JensenShannon {

  private static final double LOG_2 = Math.log(2);

  private JensenShannon() {}

  /**
   * The Jensen-Shannon divergence of two sets of counts, in bits, in 0..1 (Lin 1991, with equal
   * weights): with shares p and q and m = (p + q) / 2 it is sum(p log2(p / m)) / 2 + sum(q log2(q /
   * m)) / 2. 0 if the shares are equal, 1 if nothing is in both.
   *
   * @param first how often each item was chosen here
   * @param second and how often there, of the same length; neither all zeros
   */
  static double divergence(int[] first, int[] second) {
    double ofFirst = 1.0 / total(first);
    double ofSecond = 1.0 / total(second);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      double p = first[i] * ofFirst;
      double q = second[i] * ofSecond;
      double both = p + q;
      if (first[i] == 0 || second[i] == 0) {
        sum += both * LOG_2;
      } else {
        sum += p * Math.log(2 * p / both) + q * Math.log(2 * q / both);
      }
    }
    return Math.min(1, Math.max(0, sum / (2 * LOG_2)));
  }

  private static long total(int[] counts) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
