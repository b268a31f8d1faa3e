package heed.evaluation.clicks;

import heed.evaluation.significance.Bootstrap;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Judgement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The AUC over all rows of several predictors, and how it varies when users are drawn anew, each
 * with all of her rows and the same ones for every predictor. It is no mean over users, because a
 * click of one is held against the passes of all, so the flips of {@link
 * heed.evaluation.significance.PairedTest} do not fit.
 *
 * <p>The p-value asks how often two predictors' difference, drawn anew, lies as far from the one
 * found as that lies from 0: the bootstrap test of Hall and Wilson 1991, which draws as if there
 * were no difference. Draws in which all rows were clicked, or none, say nothing and are left out.
 */
final class DrawnAucs implements Judgement.Figures {

  private final Bootstrap bootstrap;
  private final double[] values;
  private final List<double[]> drawn;

  /**
   * Draws.
   *
   * @param chances of each predictor, one per row
   * @param users whose each row is
   */
  DrawnAucs(Bootstrap bootstrap, List<double[]> chances, boolean[] clicked, int[] users) {
    this.bootstrap = bootstrap;
    int[] places = places(users);
    int count = IntStream.of(places).max().orElseThrow() + 1;
    List<ChanceOrder> orders =
        chances.stream().map(one -> ChanceOrder.of(one, clicked, places)).toList();
    int[] once = new int[count];
    Arrays.fill(once, 1);
    values = orders.stream().mapToDouble(order -> order.auc(once)).toArray();
    drawn = orders.stream().map(order -> bootstrap.resampled(count, order::auc)).toList();
  }

  /** Users numbered in the order they first appear. */
  private static int[] places(int[] users) {
    Map<Integer, Integer> places = new HashMap<>();
    return IntStream.of(users)
        .map(user -> places.computeIfAbsent(user, added -> places.size()))
        .toArray();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public Interval interval(int one) {
    return bootstrap.interval(
        DoubleStream.of(drawn.get(one)).filter(auc -> !Double.isNaN(auc)).toArray());
  }

  @Override
  public double pValue(int best, int other) {
    double found = values[best] - values[other];
    int asFar = 1; // The one found counts among them.
    int told = 1;
    for (int draw = 0; draw < drawn.get(best).length; draw++) {
      double difference = drawn.get(best)[draw] - drawn.get(other)[draw];
      told += Double.isNaN(difference) ? 0 : 1;
      asFar += Math.abs(difference - found) >= Math.abs(found) ? 1 : 0;
    }
    return (double) asFar / told;
  }
}
