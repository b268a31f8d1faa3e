package heed.evaluation.clicks;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.evaluation.TestSetEvaluations;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Holds predicted chances against what was clicked.
 *
 * @param clicks the rows
 * @param evaluations counts how often the rows are asked in order to report
 */
public record ClickEvaluation(Clicks clicks, TestSetEvaluations evaluations) {

  public ClickEvaluation {
    if (clicks.clicks() == 0 || clicks.clicks() == clicks.size()) {
      throw new IllegalArgumentException(
          "an evaluation needs rows that were clicked and rows that were not, found " + clicks);
    }
  }

  /** Test-set evaluations not counted. */
  public static ClickEvaluation of(Clicks clicks) {
    return new ClickEvaluation(clicks, TestSetEvaluations.uncounted());
  }

  /** Counts each {@link #compare} as an evaluation on these rows, and says so in the report. */
  public ClickEvaluation withTestSetEvaluations(TestSetEvaluations evaluations) {
    return new ClickEvaluation(clicks, evaluations);
  }

  /** AUC as a function of a predictor: early stopping by order. */
  public ToDoubleFunction<ClickPredictor> auc() {
    return predictor -> ClickMetrics.auc(chances(predictor), clicks.clicked());
  }

  /** Minus the log-loss as a function of a predictor: early stopping by the chances themselves. */
  public ToDoubleFunction<ClickPredictor> likelihood() {
    return predictor -> -ClickMetrics.logLoss(chances(predictor), clicks.clicked());
  }

  private double[] chances(ClickPredictor predictor) {
    predictor.requireOwn(clicks);
    return predictor.chances(clicks);
  }

  /** Predictors side by side on these rows, in the order given. */
  public ClickReport compare(ClickPredictor... predictors) {
    List<ClickPredictions> answers =
        Arrays.stream(predictors)
            .map(predictor -> new ClickPredictions(predictor.name(), chances(predictor)))
            .toList();
    return new ClickReport(clicks, evaluations.count(clicks), answers);
  }
}
