/**
 * Adam and AdamW with learning-rate schedules, gradient clipping and sparse embedding updates. Uses
 * the layers and DJL; an optimizer's native memory is freed with its run.
 *
 * <p>Letters: D width, N items.
 */
package heed.training.optimizer;
