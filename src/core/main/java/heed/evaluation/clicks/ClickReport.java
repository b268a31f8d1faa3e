package heed.evaluation.clicks;

import heed.clicks.Clicks;
import heed.evaluation.TestSetEvaluations;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Predictors of clicks side by side on the same rows. Holds what they said, so that intervals and
 * tests can be asked of it later.
 *
 * @param clicks the rows
 * @param timesEvaluated how often these rows have been asked with this time; empty if nobody counts
 * @param answers one a predictor
 */
public record ClickReport(
    Clicks clicks, OptionalInt timesEvaluated, List<ClickPredictions> answers) {

  public ClickReport {
    answers = List.copyOf(answers);
    for (ClickPredictions one : answers) {
      if (one.chances().length != clicks.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s said %,d chances of %,d rows; only what was said of the same rows compares",
                one.predictor(),
                one.chances().length,
                clicks.size()));
      }
    }
  }

  /** The usual figures of each predictor, in the order given. */
  public List<ClickScore> scores() {
    return answers.stream().map(one -> one.score(clicks)).toList();
  }

  /**
   * Measures with intervals, and which predictors are not significantly different from the best.
   */
  public EstimateTable on(ClickMeasure... measures) {
    return EstimateTable.of(
        summary() + ", " + TestSetEvaluations.words(timesEvaluated),
        Arrays.stream(measures).map(ClickMeasure::toString).toList(),
        answers.stream().map(ClickPredictions::predictor).toList(),
        column -> estimates(measures[column]));
  }

  private List<Estimate> estimates(ClickMeasure measure) {
    List<double[]> chances = answers.stream().map(ClickPredictions::chances).toList();
    return measure.of(chances, clicks.clicked(), clicks.users());
  }

  /** What the rows are, in words. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d rows, %.1f%% clicked",
        clicks.size(),
        100.0 * clicks.clicks() / clicks.size());
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s%n%-28s     AUC in users log-loss accuracy    MAE  calibration error",
                summary(),
                ""));
    for (ClickScore score : scores()) {
      text.append(
          String.format(
              Locale.ROOT,
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
