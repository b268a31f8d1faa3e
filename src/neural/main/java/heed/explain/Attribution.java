package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.sequence.History;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How much each event of a history had to do with an item, as an explainer has it.
 *
 * @param explainer who says so
 * @param history the L events, oldest first
 * @param item the item asked about, in 1..N
 * @param kind shares are at least 0 and sum to at most 1 (the rest went to what is no event);
 *     strengths are in the explainer's own unit, and below 0 where an event spoke against the item
 * @param weights one per event; 0 for one that the recommender does not read
 */
public record Attribution(
    String explainer, History history, int item, Weights kind, double[] weights) {

  private static final double ROUNDING = 1e-3;

  /** Throws {@link IllegalArgumentException} if the weights are not what the rest promises. */
  public Attribution {
    weights = weights.clone();
    if (history.length() == 0 || weights.length != history.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an explanation needs an event and a weight for each, found %d events and %d weights",
              history.length(),
              weights.length));
    }
    if (item < 1 || item > history.catalogue().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "items are 1 to %d, asked about %d", history.catalogue().size(), item));
    }
    double sum = 0;
    for (double weight : weights) {
      boolean possible = Double.isFinite(weight) && (kind == Weights.UNNORMALIZED || weight >= 0);
      sum += possible ? weight : Double.NaN;
    }
    if (Double.isNaN(sum) || (kind == Weights.NORMALIZED && sum > 1 + ROUNDING)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s gave weights that cannot be %s: they sum to %s; expected finite numbers%s",
              explainer,
              kind.toString().toLowerCase(Locale.ROOT),
              sum,
              kind == Weights.NORMALIZED ? ", at least 0, that sum to at most 1" : ""));
    }
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  /** The events by weight, the heaviest first; of equal ones the later first. */
  public int[] order() {
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(event -> weights[event])
                .thenComparing(Comparator.naturalOrder())
                .reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * What speaks for the item as shares of one: weights above 0 over their sum, others 0. All are 0
   * if nothing does.
   */
  public double[] shares() {
    double[] shares = new double[weights.length];
    double sum = 0;
    for (double weight : weights) {
      sum += Math.max(0, weight);
    }
    for (int event = 0; event < shares.length && sum > 0; event++) {
      shares[event] = Math.max(0, weights[event]) / sum;
    }
    return shares;
  }

  /** The {@code most} events that speak for the item most, in words. */
  public Reasons reasons(int most) {
    return Reasons.of(this, most);
  }

  @Override
  public String toString() {
    return explainer + ": " + reasons(weights.length);
  }
}
