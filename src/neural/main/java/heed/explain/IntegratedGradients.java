package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.model.ItemMasking;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.Arrays;

/**
 * Gradients added up on the way from no items to all of them: Sundararajan et al. 2017, "Axiomatic
 * Attribution for Deep Networks", eq. 1. The way is straight, from vectors of zeros at every place
 * to the items' own.
 *
 * <p>Strengths in the unit of the support. They sum to the support with all items less that with
 * none (completeness, proposition 1), as far as the sum over steps comes near the integral: steps
 * are doubled until it does to half a percent, at most up to {@value #MOST_STEPS}. Near the start a
 * layer norm turns quickly, so steps lie densest there: at the cubes of evenly spaced numbers.
 *
 * <p>One at a time in a JVM, and not while a network trains.
 *
 * @param recommender whom to ask
 * @param support what is followed
 */
public record IntegratedGradients(NetworkRecommender recommender, Support support)
    implements Explainer {

  private static final int FEWEST_STEPS = 32;

  private static final int MOST_STEPS = 1024;

  /** How far the sum may be off: of the difference it is to sum to. */
  private static final double TOLERANCE = 0.005;

  @Override
  public String name() {
    return "integrated gradients";
  }

  @Override
  public Attribution explain(History history, int item) {
    ItemMasking masked = recommender.masked(history);
    double expected = difference(masked, item);
    int steps = FEWEST_STEPS;
    double[] weights = integral(masked, item, steps);
    while (gap(weights, expected) > TOLERANCE && steps < MOST_STEPS) {
      steps *= 2;
      weights = integral(masked, item, steps);
    }
    double[] ofAll = new double[history.length()];
    System.arraycopy(weights, 0, ofAll, ofAll.length - weights.length, weights.length);
    return new Attribution(name(), history, item, Weights.UNNORMALIZED, ofAll);
  }

  /** The support with all items less that with none. */
  private double difference(ItemMasking masked, int item) {
    float[][] ends = new float[2][masked.length()];
    Arrays.fill(ends[1], 1);
    float[][] scores = masked.scores(ends);
    return support.of(scores[1], item) - support.of(scores[0], item);
  }

  private static double gap(double[] weights, double expected) {
    double sum = Arrays.stream(weights).sum();
    return Math.abs(sum - expected) / Math.max(Math.abs(expected), 1e-6);
  }

  /** The midpoint rule in t, for presence t^3, whose derivative is 3 t^2. */
  private double[] integral(ItemMasking masked, int item, int steps) {
    float[][] presence = new float[steps][masked.length()];
    for (int step = 0; step < steps; step++) {
      Arrays.fill(presence[step], (float) Math.pow((step + 0.5) / steps, 3));
    }
    float[][] slopes = masked.slopes(presence, scores -> support.of(scores, item));
    double[] sums = new double[masked.length()];
    for (int step = 0; step < steps; step++) {
      double width = 3 * Math.pow((step + 0.5) / steps, 2) / steps;
      for (int event = 0; event < sums.length; event++) {
        sums[event] += width * slopes[step][event];
      }
    }
    return sums;
  }
}
