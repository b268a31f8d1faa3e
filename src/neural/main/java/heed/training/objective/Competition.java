package heed.training.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import heed.batch.Negatives;
import heed.layer.Constants;

/**
 * Each target's score beside those of the negatives it competes with: what a loss over sampled
 * negatives is made of. A negative that is the target itself does not compete.
 *
 * <p>All arrays belong to the memory of the states that the scores were made from, and gradients
 * flow through them to the states and to the item vectors.
 *
 * @param target the score of each target: (T, 1) float32
 * @param negatives the scores of its negatives: (T, k) float32, 0 where the negative is the target
 * @param itself where the negative is the target: (T, k) boolean
 */
public record Competition(NDArray target, NDArray negatives, NDArray itself) {

  /** Takes a score out of a softmax; finite, so that a row in which nothing competes is no NaN. */
  private static final double OUT = -1e9;

  /**
   * Scores targets and negatives.
   *
   * @param states what each target is learnt from: (T, D)
   * @param itemVectors the vector of each item, row 0 padding: (N + 1, D); only looked up in
   * @param targets item numbers: (T) int32
   * @param negatives drawn for these targets, shared by them or each its own
   */
  public static Competition of(
      NDArray states, NDArray itemVectors, NDArray targets, Negatives negatives) {
    NDManager step = states.getManager();
    NDArray target = states.mul(vectors(targets, itemVectors)).sum(new int[] {1}, true); // (T, 1)
    NDArray items = step.create(negatives.items()); // (k) or (T * k)
    NDArray scores; // (T, k)
    if (negatives.shared()) {
      scores = Linear.linear(states, vectors(items, itemVectors)).singletonOrThrow(); // (T, k)
      items = items.expandDims(0); // (1, k)
    } else {
      items = items.reshape(-1, negatives.count()); // (T, k)
      NDArray each = vectors(items, itemVectors); // (T, k, D)
      scores = each.matMul(states.expandDims(2)).squeeze(2); // (T, k)
    }
    NDArray itself =
        items.broadcast(scores.getShape()).eq(targets.expandDims(1).broadcast(scores.getShape()));
    return new Competition(
        target, NDArrays.where(itself, scores.zerosLike(), scores), itself); // (T, k)
  }

  /** How many numbers a dozen arrays like the scores hold: (T, k), gradients included. */
  public static long numbers(int targets, int negatives) {
    return 12L * targets * negatives;
  }

  /** How many more there are where each target has negatives of its own: (T, k, D), twice. */
  public static long ofItsOwn(int targets, int negatives, int width) {
    return 2L * targets * negatives * width;
  }

  private static NDArray vectors(NDArray items, NDArray itemVectors) {
    return Embedding.embedding(items, itemVectors, SparseFormat.DENSE).singletonOrThrow();
  }

  /** These numbers, and far below all others where the negative is the target: (T, k). */
  public NDArray onlyOthers(NDArray numbers) {
    NDManager step = numbers.getManager();
    Shape shape = numbers.getShape();
    return NDArrays.where(itself, Constants.of(step, OUT).broadcast(shape), numbers); // (T, k)
  }

  /** A softmax over each target's negatives: (T, k). */
  public NDArray weights() {
    return onlyOthers(negatives).softmax(1); // (T, k)
  }

  /** 1 where the negative competes, 0 where it is the target: (T, k). */
  public NDArray competes() {
    return itself.logicalNot().toType(DataType.FLOAT32, false); // (T, k)
  }

  /** How far the target is above each negative: (T, k). */
  public NDArray lead() {
    return target.broadcast(negatives.getShape()).sub(negatives); // (T, k)
  }

  /** The logarithm of the sigmoid, exact for large numbers of either sign. */
  public static NDArray logSigmoid(NDArray x) {
    return Activation.softPlus(x.neg()).neg();
  }
}
