package heed.training.checkpoint;

import heed.training.optimizer.Adam;
import java.util.Map;

/**
 * The whole state of a run, on the Java side.
 *
 * @param standing the numbers of it
 * @param weights by parameter, as they are now
 * @param moments the optimiser's
 * @param best by parameter, the weights of the best epoch
 * @param average by parameter, the averaged weights; none unless averaged
 */
public record Checkpoint(
    TrainerState standing,
    Map<String, float[]> weights,
    Adam.Moments moments,
    Map<String, float[]> best,
    Map<String, float[]> average) {}
