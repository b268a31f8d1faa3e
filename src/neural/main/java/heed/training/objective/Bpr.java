package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import java.util.Locale;

/**
 * The target above each of its negatives: Bayesian personalised ranking, Rendle et al. 2009,
 * BPR-Opt without its regularisation, which is the optimiser's weight decay here. The loss is the
 * mean over a target's negatives.
 *
 * @param negatives k, how many a target
 */
public record Bpr(int negatives) implements Objective {

  public Bpr {
    new NegativeSampling.Each(negatives); // Refuses less than one.
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "BPR, %,d negatives", negatives);
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
    Competition competition = Competition.of(states, itemVectors, targets, drawn);
    return Competition.logSigmoid(competition.lead()).mean().neg();
  }
}
