package heed.evaluation.clicks;

import heed.evaluation.clicks.ClickMetrics.Bin;
import java.util.List;

/**
 * How one predictor of clicks did.
 *
 * @param name the predictor
 * @param auc see {@link ClickMetrics#auc}
 * @param groupedAuc within users, see {@link ClickMetrics#groupedAuc}
 * @param logLoss in nats
 * @param accuracy see {@link ClickMetrics#accuracy}
 * @param meanAbsoluteError see {@link ClickMetrics#meanAbsoluteError}
 * @param calibration rows of like chance, ten bins
 */
public record ClickScore(
    String name,
    double auc,
    double groupedAuc,
    double logLoss,
    double accuracy,
    double meanAbsoluteError,
    List<Bin> calibration) {

  private static final int BINS = 10;

  public ClickScore {
    calibration = List.copyOf(calibration);
  }

  /**
   * From predicted chances.
   *
   * @param users a number per row, the same for rows of one user
   */
  static ClickScore of(String name, double[] chances, boolean[] clicked, int[] users) {
    return new ClickScore(
        name,
        ClickMetrics.auc(chances, clicked),
        ClickMetrics.groupedAuc(chances, clicked, users),
        ClickMetrics.logLoss(chances, clicked),
        ClickMetrics.accuracy(chances, clicked),
        ClickMetrics.meanAbsoluteError(chances, clicked),
        ClickMetrics.calibration(chances, clicked, BINS));
  }

  /** See {@link ClickMetrics#calibrationError}. */
  public double calibrationError() {
    return ClickMetrics.calibrationError(calibration);
  }
}
