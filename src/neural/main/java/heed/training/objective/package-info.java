/**
 * Loss functions, with their gradients in closed form where that is faster. Uses batches, negatives
 * and DJL.
 *
 * <p>Letters: T targets of a batch, D width, N items, S negatives.
 */
package heed.training.objective;
