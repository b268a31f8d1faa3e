package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.layer.Constants;
import java.util.Locale;

/**
 * The target above the negatives that score highest: BPR-max, Hidasi and Karatzoglou 2018,
 * "Recurrent Neural Networks with Top-k Gains for Session-based Recommendations", what GRU4Rec is
 * trained with. Negatives count by a softmax of their scores, so that the gradient does not vanish
 * when there are many; their scores are held near 0.
 *
 * @param negatives k, how many a batch shares
 * @param distribution how they are drawn
 * @param regularisation lambda, how much high scores of negatives cost; at least 0
 */
public record BprMax(int negatives, NegativeDistribution distribution, double regularisation)
    implements Objective {

  /** Keeps the logarithm finite where the target is far below all negatives. */
  private static final double FLOOR = 1e-24;

  public BprMax {
    new NegativeSampling.Shared(negatives, distribution); // Refuses less than one.
    if (!(regularisation >= 0 && regularisation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the regularisation is at least 0 and finite, found " + regularisation);
    }
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "BPR-max, %,d negatives, %s", negatives, distribution.name());
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
    NDManager step = states.getManager();
    Competition competition = Competition.of(states, itemVectors, targets, drawn);
    NDArray weights = competition.weights(); // (T, k)
    NDArray above = ai.djl.nn.Activation.sigmoid(competition.lead()); // (T, k)
    NDArray won = weights.mul(above).sum(new int[] {1}).add(Constants.of(step, FLOOR)); // (T)
    NDArray size = weights.mul(competition.negatives().square()).sum(new int[] {1}); // (T)
    return size.mul(Constants.of(step, regularisation)).sub(won.log()).mean();
  }
}
