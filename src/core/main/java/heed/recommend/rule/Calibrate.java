package heed.recommend.rule;

import java.util.Arrays;

/**
 * Keeps a list to the categories of the history, in their proportion: calibrated recommendations,
 * Steck 2018. Each place goes to the item with the highest (1 - dial) * fit - dial * KL(p, q),
 * where p are the shares of categories in the history and q those in the list with the item. A
 * hundredth of p is mixed into q, so that a category that the list lacks yet does not cost
 * infinitely much.
 *
 * <p>Changes nothing after a history of whose items no category is known.
 *
 * @param dial in [0, 1]: 0 changes nothing
 * @param column of categories, or {@link Items#KINDS}
 */
public record Calibrate(double dial, String column) implements Rule {

  private static final double MIXED_IN = 0.01;

  public Calibrate {
    Dial.require(dial);
  }

  @Override
  public BoundRule on(Items items) {
    Groups groups = items.groups(column);
    return new BoundRule() {
      @Override
      public Choice choice(Candidates candidates) {
        double[] wanted = groups.shares(candidates.history().items());
        boolean known = Arrays.stream(wanted).sum() > 0;
        return dial == 0 || !known ? Choice.FREE : new Proportion(groups, wanted);
      }
    };
  }

  private final class Proportion implements Choice {

    private final Groups groups;
    private final double[] wanted;

    /** How much of each group is chosen, in items. */
    private final double[] sums;

    private int known;

    Proportion(Groups groups, double[] wanted) {
      this.groups = groups;
      this.wanted = wanted;
      this.sums = new double[wanted.length];
    }

    @Override
    public double worth(int item, double worth) {
      int[] own = groups.shared(item);
      int count = known + (own.length > 0 ? 1 : 0);
      add(own, 1);
      double divergence = 0;
      for (int group = 0; group < wanted.length; group++) {
        if (wanted[group] > 0) {
          double share = count == 0 ? 0 : sums[group] / count;
          double mixed = (1 - MIXED_IN) * share + MIXED_IN * wanted[group];
          divergence += wanted[group] * Math.log(wanted[group] / mixed);
        }
      }
      add(own, -1);
      return (1 - dial) * worth - dial * divergence;
    }

    private void add(int[] own, int sign) {
      for (int group : own) {
        sums[group] += (double) sign / own.length;
      }
    }

    @Override
    public void chosen(int item) {
      int[] own = groups.shared(item);
      add(own, 1);
      known += own.length > 0 ? 1 : 0;
    }
  }
}
