/**
 * From histories to the arrays of a training step: cut, bucketed by length, padded, shifted. Also
 * where arrays live: the device, and the memory of a step.
 *
 * <p>Letters: B rows of a batch, L positions, T targets (real positions) of a batch.
 */
package heed.batch;
