package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import java.util.Locale;

/**
 * The share of negatives above the target, the highest counting most, and their scores near 0:
 * TOP1-max, Hidasi and Karatzoglou 2018, "Recurrent Neural Networks with Top-k Gains for
 * Session-based Recommendations".
 *
 * @param negatives k, how many a batch shares
 * @param distribution how they are drawn
 */
public record Top1Max(int negatives, NegativeDistribution distribution) implements Objective {

  public Top1Max {
    new NegativeSampling.Shared(negatives, distribution); // Refuses less than one.
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT, "TOP1-max, %,d negatives, %s", negatives, distribution.name());
  }

  @Override
  public NegativeSampling sampling() {
    return new NegativeSampling.Shared(negatives, distribution);
  }

  @Override
  public boolean sparse() {
    return true;
  }

  @Override
  public long numbers(int targets, int items, int width, Device device) {
    return Competition.numbers(targets, negatives);
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives drawn) {
    Competition competition = Competition.of(states, itemVectors, targets, drawn);
    NDArray lost = Activation.sigmoid(competition.lead().neg()); // (T, k)
    NDArray size = Activation.sigmoid(competition.negatives().square()); // (T, k)
    return competition.weights().mul(lost.add(size)).sum(new int[] {1}).mean();
  }
}
