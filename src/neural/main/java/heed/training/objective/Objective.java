package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;

/**
 * The loss that training minimises.
 *
 * <p>Open, so that a loss can be written outside this library; make it a record, since a checkpoint
 * tells trainings apart by their text. What it must hold is what {@code
 * heed.contract.training.ObjectiveContract} asks: the gradient is that of the loss, the loss is the
 * mean over the targets and finite however far scores lie apart, nothing stays in the memory of the
 * parameters, and {@link #numbers} is no underestimate.
 *
 * <p>{@link Competition} gives each target's score beside its negatives', which is all that most
 * ranking losses need; {@link ClosedForm} is for a loss whose gradient is known, so that scores are
 * made a few rows at a time. Numbers as operands are {@link heed.layer.Constants}, and an item
 * vector is never the first operand, since a result belongs to the memory of its first operand.
 */
public interface Objective {

  /** What it is called in a report, settings included. */
  String name();

  /** The negatives it wants drawn at each step. */
  NegativeSampling sampling();

  /**
   * Whether it reads no item vectors but those of the targets and of the negatives drawn, so that a
   * step may leave out all others ({@link heed.training.optimizer.EmbeddingUpdates#SPARSE}). An
   * objective that says so must give the same loss when items are numbered anew and the others are
   * gone.
   */
  default boolean sparse() {
    return false;
  }

  /**
   * The mean loss over the targets, in nats.
   *
   * @param states what each target is learnt from, see {@link
   *     heed.model.Network#targetRepresentation}: (T, D)
   * @param itemVectors the vector of each item, row 0 padding: (N + 1, D). Where all that compete
   *     are sampled, it may hold only the items that the batch meets, numbered anew
   * @param targets the item that came next: (T) int32
   * @param negatives drawn by {@link #sampling}
   * @return a scalar with its graph, in the memory of {@code states}
   */
  NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives negatives);

  /**
   * About how many numbers it holds at its peak beside what it is given, gradients included.
   *
   * @param targets T
   * @param items N
   * @param width D
   * @param device a GPU is given more at once
   */
  long numbers(int targets, int items, int width, Device device);

  /** Every item of the catalogue competes with the target. */
  static Objective fullCrossEntropy() {
    return new FullCrossEntropy();
  }

  /** The target against {@code negatives} items, half from the batch, half uniform. */
  static Objective sampledSoftmax(int negatives) {
    return new SampledSoftmax(negatives, new NegativeDistribution.Mixed(0.5));
  }

  /** Each target against {@code negatives} items of its own: SASRec's objective with 1. */
  static Objective binaryCrossEntropy(int negatives) {
    return new BinaryCrossEntropy(negatives, 0);
  }

  /** gSASRec's objective as its authors recommend it for MovieLens: 256 negatives, t = 0.75. */
  static Objective calibrated() {
    return new BinaryCrossEntropy(256, 0.75);
  }
}
