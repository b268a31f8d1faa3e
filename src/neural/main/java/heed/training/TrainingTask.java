package heed.training;

import heed.layer.Parameters;
import heed.training.optimizer.SparseUpdateRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a {@link TrainingLoop} drives: something with parameters, epochs of steps, and a judgement.
 *
 * @param <R> what a run leaves behind
 */
interface TrainingTask<R> {

  /** What is learnt. */
  Parameters parameters();

  /** The rows of its table of items that a step met, if it moves no others. */
  default Optional<SparseUpdateRows> met() {
    return Optional.empty();
  }

  /**
   * What decides the weights beside the optimiser, the size of batches and the seed: by name, in
   * words that are the same in every process.
   */
  Map<String, String> decisive();

  /** The steps of an epoch, each batch once, in an order drawn by {@code random}. */
  List<Step> epoch(Random random);

  /** How good it is now, higher is better; asked after every epoch. */
  double validation();

  /** What the run leaves behind, the best weights being set. */
  R result(TrainingResult outcome);

  /** One batch to be learnt from. */
  interface Step {

    /** How many targets it holds. */
    int targets();

    /**
     * Adds the batch's gradient to the parameters'; its mean loss, in nats a target.
     *
     * @param share what the gradient is multiplied by
     */
    float take(double share);
  }
}
