/**
 * How a network learns: the loop with early stopping, memory estimates and interrupts, and what a
 * run leaves behind. Uses networks, batches and DJL; it knows no metric, only a function of a
 * recommender.
 *
 * <p>Letters: T targets of a batch, D width, N items.
 */
package heed.training;
