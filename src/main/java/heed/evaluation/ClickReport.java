package heed.evaluation;

import java.util.List;

/**
 * Predictors of clicks side by side on the same rows.
 *
 * @param rows how many there were
 * @param clicks how many were clicked
 * @param scores one a predictor
 */
public record ClickReport(int rows, int clicks, List<ClickScore> scores) {

  public ClickReport {
    scores = List.copyOf(scores);
  }

  /** What the rows are, in words. */
  public String summary() {
    return String.format("%,d rows, %.1f%% clicked", rows, 100.0 * clicks / rows);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                "%s%n%-28s     AUC in users log-loss accuracy    MAE  calibration error",
                summary(), ""));
    for (ClickScore score : scores) {
      text.append(
          String.format(
              "%n%-28s  %.4f   %.4f   %.4f   %.4f %.4f  %.4f",
              score.name(),
              score.auc(),
              score.groupedAuc(),
              score.logLoss(),
              score.accuracy(),
              score.meanAbsoluteError(),
              score.calibrationError()));
    }
    return text.toString();
  }
}
