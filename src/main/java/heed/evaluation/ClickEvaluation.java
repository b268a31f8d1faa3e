package heed.evaluation;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Holds predicted chances against what was clicked.
 *
 * @param clicks the rows
 */
public record ClickEvaluation(Clicks clicks) {

  public ClickEvaluation {
    if (clicks.clicks() == 0 || clicks.clicks() == clicks.size()) {
      throw new IllegalArgumentException(
          "an evaluation needs rows that were clicked and rows that were not, found " + clicks);
    }
  }

  public static ClickEvaluation of(Clicks clicks) {
    return new ClickEvaluation(clicks);
  }

  /** AUC as a function of a predictor: early stopping by order. */
  public ToDoubleFunction<ClickPredictor> auc() {
    return predictor -> ClickMetrics.auc(predictor.chances(clicks), clicks.clicked());
  }

  /** Minus the log-loss as a function of a predictor: early stopping by the chances themselves. */
  public ToDoubleFunction<ClickPredictor> likelihood() {
    return predictor -> -ClickMetrics.logLoss(predictor.chances(clicks), clicks.clicked());
  }

  /** One line of metrics for each predictor, in the order given. */
  public ClickReport compare(ClickPredictor... predictors) {
    boolean[] clicked = clicks.clicked();
    int[] users = IntStream.range(0, clicks.size()).map(clicks::user).toArray();
    return new ClickReport(
        clicks.size(),
        clicks.clicks(),
        Arrays.stream(predictors)
            .map(
                predictor ->
                    ClickScore.of(predictor.name(), predictor.chances(clicks), clicked, users))
            .toList());
  }
}
