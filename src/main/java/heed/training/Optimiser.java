package heed.training;

/**
 * How gradients become steps.
 *
 * @param adam the rule of a step
 * @param schedule how its rate changes as the run goes on
 * @param longestGradient gradients that, taken as one vector, are longer are shortened to it
 *     (Pascanu et al. 2013, "On the difficulty of training recurrent neural networks", algorithm
 *     1), above 0; infinite: none is
 * @param batchesAStep so many batches make one step, at least 1. Each counts by its targets, so
 *     that the step is the one of a single batch of them all, in the memory of one; only an
 *     objective whose negatives come from the batch sees fewer of them
 * @param items which items' vectors a step moves
 */
public record Optimiser(
    Adam.Settings adam,
    Schedule schedule,
    double longestGradient,
    int batchesAStep,
    ItemSteps items) {

  public Optimiser {
    if (!(longestGradient > 0)) {
      throw new IllegalArgumentException(
          "the longest gradient is above 0, found "
              + longestGradient
              + "; 1 is common, infinity clips nothing");
    }
    if (batchesAStep < 1) {
      throw new IllegalArgumentException("a step takes at least 1 batch, found " + batchesAStep);
    }
  }

  /** Plain Adam at a constant rate, a step a batch, gradients as they are. */
  public static Optimiser defaults() {
    return new Optimiser(
        Adam.Settings.defaults(), Schedule.constant(), Double.POSITIVE_INFINITY, 1, ItemSteps.ALL);
  }

  public Optimiser withRate(double rate) {
    return withAdam(adam.withRate(rate));
  }

  /** AdamW where it is above 0. */
  public Optimiser withWeightDecay(double weightDecay) {
    return withAdam(adam.withWeightDecay(weightDecay));
  }

  public Optimiser withAdam(Adam.Settings adam) {
    return new Optimiser(adam, schedule, longestGradient, batchesAStep, items);
  }

  public Optimiser withSchedule(Schedule schedule) {
    return new Optimiser(adam, schedule, longestGradient, batchesAStep, items);
  }

  public Optimiser withLongestGradient(double longest) {
    return new Optimiser(adam, schedule, longest, batchesAStep, items);
  }

  public Optimiser withBatchesAStep(int batches) {
    return new Optimiser(adam, schedule, longestGradient, batches, items);
  }

  public Optimiser withItems(ItemSteps items) {
    return new Optimiser(adam, schedule, longestGradient, batchesAStep, items);
  }
}
