package heed.training;

import heed.layer.Weights;
import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.checkpoint.Checkpoints;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A training that begins from what a network has learnt already, so that the training of each day
 * need not begin at nothing: on new events, over a catalogue that may hold new items and lack old
 * ones. The vector of an item that both know is kept, a new one is drawn; the optimiser begins
 * anew.
 *
 * @param training what is asked for; its network has the settings of the one it begins from
 * @param source whose weights are taken; stays its owner's, and open until the fit
 */
public record WarmTraining(Training training, NetworkRecommender source) {

  public WarmTraining {
    Weights.of(source.network().parameters()); // Refuses those that are no numbers.
  }

  /**
   * As {@link Training#fit(Sequences, ToDoubleFunction, ProgressListener)}.
   *
   * @throws IllegalArgumentException also if the settings of the network are others
   */
  public TrainingRun fit(
      Sequences train, ToDoubleFunction<Recommender> validation, ProgressListener listener) {
    return fit(train, validation, listener, Optional.empty());
  }

  /**
   * As {@link Training#fit(Sequences, ToDoubleFunction, ProgressListener, Checkpoints)}; a run that
   * began elsewhere does not go on from these checkpoints.
   */
  public TrainingRun fit(
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      ProgressListener listener,
      Checkpoints checkpoints) {
    return fit(train, validation, listener, Optional.of(checkpoints));
  }

  private TrainingRun fit(
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      ProgressListener listener,
      Optional<Checkpoints> checkpoints) {
    return training.fit(
        train, validation, listener, checkpoints, Optional.of(new WarmStart(source)));
  }
}
