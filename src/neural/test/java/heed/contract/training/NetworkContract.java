package heed.contract.training;

import heed.contract.model.AttributionContract;
import heed.contract.model.EncodingContract;

/**
 * All that is asked of a network, ours or anybody's: causality, padding invariance, repeatability
 * by seed, saving and loading, five users learnt by heart, no native array left behind, and
 * attention and presence that explanations can rely on.
 *
 * <p>A test of a network of your own is its settings:
 *
 * <pre>{@code
 * class MyNetworkTest implements NetworkContract {
 *   @Override
 *   public ModelConfig config(int items, double dropout) {
 *     return new MyConfig(8, LENGTH, dropout);
 *   }
 * }
 * }</pre>
 */
public interface NetworkContract extends EncodingContract, AttributionContract, LearningContract {}
