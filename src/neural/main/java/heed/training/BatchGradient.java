package heed.training;

import heed.batch.Negatives;
import heed.batch.PaddedBatch;

/** What finds the gradient of a batch. */
@FunctionalInterface
interface BatchGradient {

  /**
   * Adds the gradient of the batch's mean loss to what was gathered for the step, and returns that
   * loss. If it is no finite number nothing is added. All other memory is freed.
   *
   * @param share what the gradient is multiplied by
   */
  float run(PaddedBatch batch, Negatives negatives, double share);
}
