package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import java.util.Locale;

/**
 * Softmax cross-entropy over the target and a sample of the catalogue that the batch shares, for
 * catalogues too large for {@link FullCrossEntropy}: Jean et al. 2015. As there the gradient is
 * known, so scores are made a few rows at a time, without a graph, and memory does not grow with T
 * * k.
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
    return String.format(
        Locale.ROOT, "softmax over %,d negatives, %s", negatives, distribution.name());
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
    long rows = Math.min(targets, SampledExpectation.rowsAtOnce(negatives, device));
    return 2 * rows * (negatives + 1) // Scores and chances.
        + 6L * width * (targets + negatives); // What they expect, and the stand-in's products.
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives drawn) {
    NDManager step = states.getManager();
    NDArray target = vectors(targets, itemVectors); // (T, D)
    NDArray others = vectors(step.create(drawn.items()), itemVectors); // (k, D)
    SampledExpectation expected = SampledExpectation.of(states, target, others, targets, drawn);
    return ClosedForm.mean(
        expected.chances(),
        ClosedForm.inner(expected.vectors(), states),
        ClosedForm.inner(expected.states(), others),
        ClosedForm.inner(expected.pulls(), target));
  }

  private static NDArray vectors(NDArray items, NDArray itemVectors) {
    return Embedding.embedding(items, itemVectors, SparseFormat.DENSE).singletonOrThrow();
  }
}
