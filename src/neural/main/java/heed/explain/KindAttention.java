package heed.explain;

import heed.evaluation.Categories;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What items of one kind look at by kind, averaged over users: after a comedy, how much of the
 * attention of the place that recommends goes to dramas? Beside it what equal weights would give,
 * since what a history holds much of is looked at much in any case.
 *
 * <p>Heads and layers are averaged. An item of several kinds counts for each in equal parts.
 *
 * @param kinds what they are called
 * @param histories how many of the last events were of each kind, in parts
 * @param shares shares[looking][looked at]: where the weight goes; a row sums to 1, or to 0 where
 *     no history ended with the kind
 * @param even the same for equal weights over what is seen
 */
public record KindAttention(
    List<String> kinds, double[] histories, double[][] shares, double[][] even) {

  public KindAttention {
    kinds = List.copyOf(kinds);
    histories = histories.clone();
    shares = Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
    even = Arrays.stream(even).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] histories() {
    return histories.clone();
  }

  @Override
  public double[][] shares() {
    return Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] even() {
    return Arrays.stream(even).map(double[]::clone).toArray(double[][]::new);
  }

  /** Averages over histories; those of items without a kind are left out. */
  public static KindAttention of(
      NetworkRecommender recommender, List<History> histories, Categories categories) {
    int count = categories.names().size();
    double[] ended = new double[count];
    double[][] shares = new double[count][count];
    double[][] even = new double[count][count];
    for (History history : histories) {
      if (history.length() > 0) {
        History read = recommender.readable(history);
        float[][] weights = new Explanation(recommender, read).attention().mean();
        add(weights[weights.length - 1], read, categories, ended, shares, even);
      }
    }
    return new KindAttention(categories.names(), ended, divided(shares), divided(even));
  }

  /** Adds what the last place of one history gave, for each kind of its last item. */
  private static void add(
      float[] row,
      History history,
      Categories categories,
      double[] ended,
      double[][] shares,
      double[][] even) {
    int[] last = categories.of(history.item(history.length() - 1));
    for (int looking : last) {
      ended[looking] += 1.0 / last.length;
      for (int event = 0; event < history.length(); event++) {
        int[] seen = categories.of(history.item(event));
        for (int kind : seen) {
          double part = 1.0 / last.length / seen.length;
          shares[looking][kind] += part * Math.abs(row[event]);
          even[looking][kind] += part / history.length();
        }
      }
    }
  }

  private static double[][] divided(double[][] rows) {
    for (double[] row : rows) {
      double sum = Arrays.stream(row).sum();
      Arrays.setAll(row, i -> sum == 0 ? 0 : row[i] / sum);
    }
    return rows;
  }

  /** The pair of kinds whose share lies most above what equal weights give. */
  @Override
  public String toString() {
    int looking = 0;
    int seen = 0;
    for (int row = 0; row < shares.length; row++) {
      for (int column = 0; column < shares.length; column++) {
        if (shares[row][column] - even[row][column] > shares[looking][seen] - even[looking][seen]) {
          looking = row;
          seen = column;
        }
      }
    }
    return kinds.isEmpty()
        ? "no kinds"
        : String.format(
            Locale.ROOT,
            "after %s, %.0f%% of the attention goes to %s, where equal weights give %.0f%%",
            kinds.get(looking),
            100 * shares[looking][seen],
            kinds.get(seen),
            100 * even[looking][seen]);
  }
}
