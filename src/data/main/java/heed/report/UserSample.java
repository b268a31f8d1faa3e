package heed.report;

import heed.log.Ids;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The events of two successive periods, ready to be dealt anew, each user's visit as a whole.
 *
 * @param items the item of each event, numbered among those that occur here, visit after visit
 * @param starts where each visit begins in {@code items}, and last the number of events
 * @param ofEarlier how many of the events, which come first, are of the earlier period
 * @param distinct how many items occur here
 */
record UserSample(int[] items, int[] starts, int ofEarlier, int distinct) {

  static UserSample of(UserBlocks blocks, Ids items, int later) {
    int from = blocks.first()[later - 1];
    int to = blocks.first()[later + 1];
    int begin = blocks.starts()[from];
    int[] starts = new int[to - from + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = blocks.starts()[from + i] - begin;
    }
    int[] numbers = new int[items.distinct().size()];
    int[] numbered = new int[starts[starts.length - 1]];
    int distinct = 0;
    for (int i = 0; i < numbered.length; i++) {
      int code = items.code(blocks.rows()[begin + i]);
      numbers[code] = numbers[code] == 0 ? ++distinct : numbers[code];
      numbered[i] = numbers[code] - 1;
    }
    int ofEarlier = blocks.starts()[blocks.first()[later]] - begin;
    return new UserSample(numbered, starts, ofEarlier, distinct);
  }

  /** The divergence of the two periods as they were. */
  double divergence() {
    int[] earlier = new int[distinct];
    int[] later = new int[distinct];
    count(0, ofEarlier, earlier);
    count(ofEarlier, items.length, later);
    return JensenShannon.divergence(earlier, later);
  }

  /**
   * The divergences of random deals: visits come in random order, and go to the one part until it
   * has as many events as the earlier period, then to the other.
   */
  double[] deals(int deals, SplittableRandom random) {
    int[] order = new int[starts.length - 1];
    Arrays.setAll(order, i -> i);
    double[] divergences = new double[deals];
    for (int deal = 0; deal < deals; deal++) {
      shuffle(order, random);
      int[] one = new int[distinct];
      int[] other = new int[distinct];
      int dealt = 0;
      for (int i = 0; i < order.length; i++) {
        int from = starts[order[i]];
        int to = starts[order[i] + 1];
        boolean toOne = i == 0 || (dealt < ofEarlier && i < order.length - 1);
        count(from, to, toOne ? one : other);
        dealt += toOne ? to - from : 0;
      }
      divergences[deal] = JensenShannon.divergence(one, other);
    }
    return divergences;
  }

  private void count(int from, int to, int[] counts) {
    for (int i = from; i < to; i++) {
      counts[items[i]]++;
    }
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
