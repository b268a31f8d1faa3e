/**
 * How a network learns: the objective, the optimiser, the loop with early stopping, and what a run
 * leaves behind.
 *
 * <p>Letters: T targets of a batch, D width, N items.
 */
package heed.training;
