package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;

/**
 * Softmax cross-entropy over the target and a sample of the catalogue that the batch shares, for
 * catalogues too large for {@link FullCrossEntropy}: Jean et al. 2015. Memory grows with T * k.
 *
 * <p>Scores are corrected by the logarithm of the chance that an item is drawn, target and
 * negatives alike, so that popular items are not punished for being drawn often: Yi et al. 2019,
 * "Sampling-Bias-Corrected Neural Modeling for Large Corpus Item Recommendations". For uniform
 * draws the correction cancels. With several interests the state of a target is the one that its
 * label picks, so this is ComiRec's and MIND's label-aware sampled softmax.
 *
 * @param negatives k, how many a batch shares
 * @param distribution how they are drawn
 */
public record SampledSoftmax(int negatives, NegativeDistribution distribution)
    implements Objective {

  public SampledSoftmax {
    new NegativeSampling.Shared(negatives, distribution); // Refuses less than one.
  }

  @Override
  public String name() {
    return String.format("softmax over %,d negatives, %s", negatives, distribution.name());
  }

  @Override
  public NegativeSampling sampling() {
    return new NegativeSampling.Shared(negatives, distribution);
  }

  @Override
  public long numbers(int targets, int items, int width) {
    return Competition.numbers(targets, negatives);
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives drawn) {
    NDManager step = states.getManager();
    Competition competition = Competition.of(states, itemVectors, targets, drawn);
    NDArray targetChances = step.create(drawn.targetLogChances()).expandDims(1); // (T, 1)
    NDArray chances = step.create(drawn.logChances()).expandDims(0); // (1, k)
    NDArray target = competition.target().sub(targetChances); // (T, 1)
    NDArray others = competition.onlyOthers(competition.negatives().sub(chances)); // (T, k)
    NDArray all = NDArrays.concat(new NDList(target, others), 1); // (T, 1 + k)
    return all.logSoftmax(1).get(":, 0").mean().neg();
  }
}
