package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.batch.Renumbering;
import heed.training.optimizer.SparseUpdateRows;

/**
 * The gradient of a batch, with regard to the vectors of only those items that it meets: they are
 * copied out of the table, the network sees them as its items, and what they are to change is added
 * up by row.
 */
final class SparseUpdateStep implements BatchGradient {

  private final BatchGradient step;
  private final SparseUpdateRows rows;
  private final Renumbering numbers;
  private final NDManager manager;

  /**
   * A step over the items of a table.
   *
   * @param step finds the gradient with what the table shows
   */
  SparseUpdateStep(BatchGradient step, SparseUpdateRows rows, NDManager manager) {
    this.step = step;
    this.rows = rows;
    this.numbers = new Renumbering(rows.count() - 1);
    this.manager = manager;
  }

  @Override
  public float run(PaddedBatch batch, Negatives negatives, double share) {
    Renumbering.Met met = numbers.of(batch, negatives);
    try (NDManager memory = manager.newSubManager()) {
      NDArray vectors = rows.leaf(met.items(), memory); // (M, D)
      float loss =
          rows.table().seeing(vectors, () -> step.run(met.batch(), met.negatives(), share));
      if (Float.isFinite(loss)) {
        NDArray gradient = vectors.getGradient(); // (M, D), in the memory of the vectors
        rows.add(met.items(), gradient.toByteBuffer(true).asFloatBuffer());
      }
      return loss;
    }
  }
}
