package heed.training;

import heed.layer.Parameters;
import heed.model.NetworkRecommender;

/**
 * What a training over histories leaves behind.
 *
 * @param recommender with the weights of the best epoch
 * @param training what was asked for
 * @param outcome how it went
 */
public record TrainingRun(NetworkRecommender recommender, Training training, TrainingResult outcome)
    implements Run {

  @Override
  public String name() {
    return recommender.name();
  }

  @Override
  public Parameters parameters() {
    return recommender.network().parameters();
  }

  @Override
  public void close() {
    recommender.close();
  }

  @Override
  public String toString() {
    return summary();
  }
}
