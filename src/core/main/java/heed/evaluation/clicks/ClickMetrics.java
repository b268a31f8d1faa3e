package heed.evaluation.clicks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Metrics of predicted chances of a click, as pure functions. The i-th chance is held against the
 * i-th truth.
 */
public final class ClickMetrics {

  /** Chances are kept this far from 0 and 1 where a logarithm is taken. */
  private static final double EDGE = 1e-15;

  private ClickMetrics() {}

  /**
   * AUC: the chance that a clicked row is ranked above one that was not, ties counting half (Hanley
   * and McNeil 1982). In [0, 1], 0.5 for a guess; NaN if all or none were clicked.
   */
  public static double auc(double[] chances, boolean[] clicked) {
    requireFit(chances, clicked);
    return ChanceOrder.of(chances, clicked, new int[chances.length]).auc(new int[] {1});
  }

  /**
   * AUC within each group, its mean weighted by the rows of the group: the GAUC of Zhu et al. 2017,
   * there by impressions. Groups of which all or no rows were clicked say nothing and are left out;
   * NaN if none is left.
   *
   * @param groups a number per row, such as its user
   */
  public static double groupedAuc(double[] chances, boolean[] clicked, int[] groups) {
    return Arrays.stream(aucOfGroups(chances, clicked, groups))
        .filter(auc -> !Double.isNaN(auc))
        .average()
        .orElse(Double.NaN);
  }

  /** The AUC within the group of each row; NaN where all or none of the group were clicked. */
  static double[] aucOfGroups(double[] chances, boolean[] clicked, int[] groups) {
    Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < groups.length; row++) {
      rows.computeIfAbsent(groups[row], added -> new ArrayList<>()).add(row);
    }
    double[] ofRows = new double[groups.length];
    for (List<Integer> group : rows.values()) {
      double[] some = group.stream().mapToDouble(row -> chances[row]).toArray();
      boolean[] truth = new boolean[some.length];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = clicked[group.get(i)];
      }
      double auc = auc(some, truth);
      group.forEach(row -> ofRows[row] = auc);
    }
    return ofRows;
  }

  /** Log-loss: the mean of -log of the chance given to what happened, in nats. At least 0. */
  public static double logLoss(double[] chances, boolean[] clicked) {
    requireFit(chances, clicked);
    double sum = 0;
    for (int row = 0; row < chances.length; row++) {
      sum += loss(chances[row], clicked[row]);
    }
    return sum / chances.length;
  }

  /** What one row adds to the log-loss. */
  static double loss(double chance, boolean clicked) {
    double happened = clicked ? chance : 1 - chance;
    return -Math.log(Math.min(1 - EDGE, Math.max(EDGE, happened)));
  }

  /** The share of rows that are right if a chance above one half says click. In [0, 1]. */
  public static double accuracy(double[] chances, boolean[] clicked) {
    requireFit(chances, clicked);
    double right = 0;
    for (int row = 0; row < chances.length; row++) {
      right += chances[row] > 0.5 == clicked[row] ? 1 : 0;
    }
    return right / chances.length;
  }

  /** MAE: the mean distance of the chance from 1 where it was clicked and from 0 where not. */
  public static double meanAbsoluteError(double[] chances, boolean[] clicked) {
    requireFit(chances, clicked);
    double sum = 0;
    for (int row = 0; row < chances.length; row++) {
      sum += Math.abs(chances[row] - (clicked[row] ? 1 : 0));
    }
    return sum / chances.length;
  }

  /**
   * Rows of like chance together, and how many were clicked.
   *
   * @param rows how many
   * @param predicted their mean chance
   * @param clicked the share that was clicked
   */
  public record Bin(int rows, double predicted, double clicked) {}

  /**
   * Rows in the order of their chances, cut into bins of as near as can be the same number: what a
   * reliability diagram shows. Rows of one chance stay together, so that nothing hangs on their
   * order; there are fewer bins where there are fewer chances.
   */
  public static List<Bin> calibration(double[] chances, boolean[] clicked, int bins) {
    requireFit(chances, clicked);
    int[] order = ChanceOrder.ascending(chances);
    List<Bin> found = new ArrayList<>();
    int from = 0;
    for (int bin = 1; bin <= bins; bin++) {
      int to = Math.max(from, (int) ((long) order.length * bin / bins));
      while (to > from && to < order.length && chances[order[to]] == chances[order[to - 1]]) {
        to++;
      }
      if (to > from) {
        found.add(bin(chances, clicked, Arrays.copyOfRange(order, from, to)));
      }
      from = to;
    }
    return found;
  }

  private static Bin bin(double[] chances, boolean[] clicked, int[] rows) {
    double predicted = 0;
    double happened = 0;
    for (int row : rows) {
      predicted += chances[row];
      happened += clicked[row] ? 1 : 0;
    }
    return new Bin(rows.length, predicted / rows.length, happened / rows.length);
  }

  /**
   * The mean distance of predicted and clicked share over bins, by their rows: expected calibration
   * error, Naeini et al. 2015, there over bins of equal width. In [0, 1].
   */
  public static double calibrationError(List<Bin> bins) {
    double sum = 0;
    double rows = 0;
    for (Bin bin : bins) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.clicked());
      rows += bin.rows();
    }
    return sum / rows;
  }

  private static void requireFit(double[] chances, boolean[] clicked) {
    if (chances.length != clicked.length || chances.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "each row needs a chance and a truth, and there is at least one; found %,d and %,d",
              chances.length,
              clicked.length));
    }
    for (double chance : chances) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("a chance lies in 0..1, found " + chance);
      }
    }
  }
}
