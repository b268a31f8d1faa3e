package heed.evaluation;

import java.util.Arrays;

/**
 * Measures of predicted chances that are means over rows, so that each row has its share in them:
 * what intervals and paired tests need. The AUC over all rows is none, since a click of one user is
 * there held against the passes of others.
 */
public enum ClickMeasure {

  /** See {@link ClickMetrics#logLoss}. */
  LOG_LOSS("log-loss", false) {
    @Override
    double[] each(double[] chances, boolean[] clicked, int[] users) {
      double[] losses = new double[chances.length];
      Arrays.setAll(losses, row -> ClickMetrics.loss(chances[row], clicked[row]));
      return losses;
    }
  },

  /** See {@link ClickMetrics#groupedAuc}; a row's share is the AUC of its user. */
  AUC_IN_USERS("AUC in users", true) {
    @Override
    double[] each(double[] chances, boolean[] clicked, int[] users) {
      return ClickMetrics.aucOfGroups(chances, clicked, users);
    }
  },

  /** See {@link ClickMetrics#accuracy}. */
  ACCURACY("accuracy", true) {
    @Override
    double[] each(double[] chances, boolean[] clicked, int[] users) {
      double[] right = new double[chances.length];
      Arrays.setAll(right, row -> chances[row] > 0.5 == clicked[row] ? 1 : 0);
      return right;
    }
  };

  private final String words;
  private final boolean higherIsBetter;

  ClickMeasure(String words, boolean higherIsBetter) {
    this.words = words;
    this.higherIsBetter = higherIsBetter;
  }

  /** One value a row; NaN in rows of which it says nothing, which are the same for everybody. */
  abstract double[] each(double[] chances, boolean[] clicked, int[] users);

  boolean higherIsBetter() {
    return higherIsBetter;
  }

  @Override
  public String toString() {
    return words;
  }
}
