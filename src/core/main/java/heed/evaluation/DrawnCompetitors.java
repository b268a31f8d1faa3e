package heed.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The mean of a measure over draws of the items that a question's targets have to beat, where there
 * are several targets: how many drawn items stand above each of them are then numbers that depend
 * on one another, and the mean of any measure of them has no closed form.
 */
final class DrawnCompetitors {

  /** So many draws per question leave an error that the mean over a few hundred questions hides. */
  private static final int DRAWS = 100;

  private DrawnCompetitors() {}

  /**
   * Draws without replacement among the items that are no targets, all alike. The same ranks give
   * the same draws.
   *
   * @param ranks of all targets among the full catalogue, ascending, from 1
   * @param shown how many of them, the first, a list can show
   * @param candidates how many items compete, these targets among them
   * @param drawn how many of the others are drawn, fewer than there are
   */
  static double mean(Metric metric, int[] ranks, int shown, int candidates, int drawn) {
    int[] othersAbove = Arrays.copyOf(ranks, shown);
    Arrays.setAll(othersAbove, j -> ranks[j] - 1 - j);
    int[] others = new int[candidates - shown]; // In the order of their scores.
    Arrays.setAll(others, i -> i);
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(ranks));
    int[] among = ranks.clone();
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      System.arraycopy(draw(othersAbove, others, drawn, random), 0, among, 0, shown);
      sum += metric.of(among, drawn + shown);
    }
    return sum / DRAWS;
  }

  /** The ranks of the targets among themselves and the others that one draw brings. */
  private static int[] draw(int[] othersAbove, int[] others, int drawn, SplittableRandom random) {
    int[] firstBelow = new int[othersAbove.length + 1]; // By the first target that each is above.
    for (int i = 0; i < drawn; i++) {
      int chosen = random.nextInt(i, others.length);
      int other = others[chosen];
      others[chosen] = others[i];
      others[i] = other;
      firstBelow[targetsAbove(othersAbove, other)]++;
    }
    int[] ranks = new int[othersAbove.length];
    int above = 0;
    for (int j = 0; j < ranks.length; j++) {
      above += firstBelow[j];
      ranks[j] = 1 + j + above;
    }
    return ranks;
  }

  /** How many targets stand above the other item of this place among the others. */
  private static int targetsAbove(int[] othersAbove, int other) {
    int low = 0;
    int high = othersAbove.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (othersAbove[middle] <= other) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
