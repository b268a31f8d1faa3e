package heed.training.optimizer;

/**
 * How gradients become steps.
 *
 * @param adam the rule of a step
 * @param schedule how its rate changes as the run goes on
 * @param gradientClipNorm gradients that, taken as one vector, are longer are shortened to it
 *     (Pascanu et al. 2013, "On the difficulty of training recurrent neural networks", algorithm
 *     1), above 0; infinite: none is
 * @param gradientAccumulation so many batches make one step, at least 1. Each counts by its
 *     targets, so that the step is the one of a single batch of them all, in the memory of one;
 *     only an objective whose negatives come from the batch sees fewer of them
 * @param items which items' vectors a step moves
 * @param averaging the share that a moving average of the weights keeps at each step, in [0, 1): it
 *     is the average that is validated and handed out; 0: the weights themselves. Takes the memory
 *     of the weights once more
 */
public record Optimizer(
    Adam.Settings adam,
    Schedule schedule,
    double gradientClipNorm,
    int gradientAccumulation,
    EmbeddingUpdates items,
    double averaging) {

  public Optimizer {
    if (!(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException(
          "averaging is at least 0 and below 1, found "
              + averaging
              + "; 0.995 is common, 0 is none");
    }
    if (averaging > 0 && items == EmbeddingUpdates.SPARSE) {
      throw new IllegalArgumentException(
          "an average over all items costs every step what sparse updates save; take"
              + " withAveraging(0), or EmbeddingUpdates.DENSE");
    }
    if (!(gradientClipNorm > 0)) {
      throw new IllegalArgumentException(
          "the longest gradient is above 0, found "
              + gradientClipNorm
              + "; 1 is common, infinity clips nothing");
    }
    if (gradientAccumulation < 1) {
      throw new IllegalArgumentException(
          "a step takes at least 1 batch, found " + gradientAccumulation);
    }
  }

  /** Plain Adam at a constant rate, a step per batch, gradients as they are. */
  public static Optimizer defaults() {
    return new Optimizer(
        Adam.Settings.defaults(),
        Schedule.constant(),
        Double.POSITIVE_INFINITY,
        1,
        EmbeddingUpdates.DENSE,
        0);
  }

  public Optimizer withRate(double rate) {
    return withAdam(adam.withRate(rate));
  }

  /** AdamW where it is above 0. */
  public Optimizer withWeightDecay(double weightDecay) {
    return withAdam(adam.withWeightDecay(weightDecay));
  }

  public Optimizer withAdam(Adam.Settings adam) {
    return new Optimizer(adam, schedule, gradientClipNorm, gradientAccumulation, items, averaging);
  }

  public Optimizer withSchedule(Schedule schedule) {
    return new Optimizer(adam, schedule, gradientClipNorm, gradientAccumulation, items, averaging);
  }

  public Optimizer withGradientClipNorm(double longest) {
    return new Optimizer(adam, schedule, longest, gradientAccumulation, items, averaging);
  }

  public Optimizer withGradientAccumulation(int batches) {
    return new Optimizer(adam, schedule, gradientClipNorm, batches, items, averaging);
  }

  public Optimizer withItems(EmbeddingUpdates items) {
    return new Optimizer(adam, schedule, gradientClipNorm, gradientAccumulation, items, averaging);
  }

  /** The average of the weights is validated and kept; see {@link #averaging}. */
  public Optimizer withAveraging(double averaging) {
    return new Optimizer(adam, schedule, gradientClipNorm, gradientAccumulation, items, averaging);
  }
}
