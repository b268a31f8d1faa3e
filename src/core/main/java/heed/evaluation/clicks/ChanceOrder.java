package heed.evaluation.clicks;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in the order of their chances, so that the AUC can be told of any users among them without
 * sorting again.
 */
final class ChanceOrder {

  private final double[] chances;
  private final boolean[] clicked;
  private final int[] users;

  /** All arrays in ascending order of the chances. */
  private ChanceOrder(double[] chances, boolean[] clicked, int[] users) {
    this.chances = chances;
    this.clicked = clicked;
    this.users = users;
  }

  /**
   * Puts rows in order.
   *
   * @param users from 0, whose each row is
   */
  static ChanceOrder of(double[] chances, boolean[] clicked, int[] users) {
    int[] order = ascending(chances);
    boolean[] truth = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      truth[i] = clicked[order[i]];
    }
    return new ChanceOrder(
        IntStream.of(order).mapToDouble(row -> chances[row]).toArray(),
        truth,
        IntStream.of(order).map(row -> users[row]).toArray());
  }

  static int[] ascending(double[] chances) {
    return IntStream.range(0, chances.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> chances[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The AUC where each user with all of her rows is there so many times: {@link ClickMetrics#auc}.
   *
   * @param times by user
   * @return NaN if all or none of what is there was clicked
   */
  double auc(int[] times) {
    double clicks = 0;
    double won = 0;
    double passesBelow = 0;
    int from = 0;
    while (from < chances.length) {
      double clicksHere = 0;
      double passesHere = 0;
      int to = from;
      while (to < chances.length && chances[to] == chances[from]) {
        clicksHere += clicked[to] ? times[users[to]] : 0;
        passesHere += clicked[to] ? 0 : times[users[to]];
        to++;
      }
      won += clicksHere * (passesBelow + passesHere / 2);
      clicks += clicksHere;
      passesBelow += passesHere;
      from = to;
    }
    return won / (clicks * passesBelow);
  }
}
