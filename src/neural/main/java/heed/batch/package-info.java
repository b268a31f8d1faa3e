/**
 * From histories to the arrays of a training step: cut, bucketed by length, padded, shifted, with
 * negatives drawn. Also the device and the memory of a step. Uses the core and DJL.
 *
 * <p>Letters: B rows of a batch, L positions, T targets (real positions) of a batch, N items.
 */
package heed.batch;
