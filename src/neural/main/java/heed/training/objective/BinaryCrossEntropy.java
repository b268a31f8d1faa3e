package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.layer.Constants;
import java.util.Locale;

/**
 * Is it the next item, yes or no? Asked of the target and of k negatives of its own: Kang and
 * McAuley 2018, section III-E, with k = 1. With a calibration it is gBCE, which undoes the
 * overconfidence that comes from seeing few negatives: Petrov and Macdonald 2023, "gSASRec:
 * Reducing Overconfidence in Sequential Recommendation Trained with Negative Sampling".
 *
 * <p>gBCE raises the target's probability to the power beta = a (t (1 - 1/a) + 1/a), where a = k /
 * (N - 1) is the share of negatives that is drawn. The loss is summed over a target's negatives;
 * the papers' differ by a constant factor.
 *
 * @param negatives k, how many a target
 * @param calibration t in [0, 1]: 0 is plain binary cross-entropy, 1 full calibration
 */
public record BinaryCrossEntropy(int negatives, double calibration) implements Objective {

  public BinaryCrossEntropy {
    new NegativeSampling.Each(negatives); // Refuses less than one.
    if (!(calibration >= 0 && calibration <= 1)) {
      throw new IllegalArgumentException("the calibration is from 0 to 1, found " + calibration);
    }
  }

  @Override
  public String name() {
    return calibration == 0
        ? String.format(Locale.ROOT, "binary cross-entropy, %,d negatives", negatives)
        : String.format(Locale.ROOT, "gBCE, %,d negatives, t = %s", negatives, calibration);
  }

  @Override
  public NegativeSampling sampling() {
    return new NegativeSampling.Each(negatives);
  }

  @Override
  public boolean sparse() {
    return true;
  }

  @Override
  public long numbers(int targets, int items, int width, Device device) {
    return Competition.numbers(targets, negatives)
        + Competition.ofItsOwn(targets, negatives, width);
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives drawn) {
    NDManager step = states.getManager();
    Competition competition = Competition.of(states, itemVectors, targets, drawn);
    NDArray yes = Competition.logSigmoid(competition.target()); // (T, 1)
    NDArray no = Competition.logSigmoid(competition.negatives().neg()); // (T, k)
    NDArray power = Constants.of(step, power(drawn.among()));
    NDArray refused = no.mul(competition.competes()).sum(new int[] {1}, true); // (T, 1)
    return yes.mul(power).add(refused).mean().neg();
  }

  /** beta for a catalogue of so many items; with all negatives drawn it is 1. */
  double power(long items) {
    double share = Math.min(1, negatives / (double) Math.max(1, items - 1));
    return share * (calibration * (1 - 1 / share) + 1 / share);
  }
}
