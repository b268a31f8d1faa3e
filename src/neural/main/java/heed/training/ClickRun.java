package heed.training;

import heed.layer.Parameters;
import heed.model.click.ClickNetworkPredictor;

/**
 * What a training over clicks leaves behind.
 *
 * @param predictor with the weights of the best epoch
 * @param training what was asked for
 * @param outcome how it went
 */
public record ClickRun(
    ClickNetworkPredictor predictor, ClickTraining training, TrainingResult outcome)
    implements Run {

  @Override
  public String name() {
    return predictor.name();
  }

  @Override
  public Parameters parameters() {
    return predictor.network().parameters();
  }

  @Override
  public void close() {
    predictor.close();
  }

  @Override
  public String toString() {
    return summary();
  }
}
