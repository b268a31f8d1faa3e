package heed.recommend;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Two recommenders as one: a network, whose scores are logarithms of probabilities, and one that
 * counts, such as item-kNN, whose scores are shares of a whole. An item's score is {@code log((1 -
 * weight) softmax(a) + weight b / sum(b))}, so that a blend can be blended again.
 *
 * <p>The two err on different users: neighbours know pairs that were taken together a few times,
 * which a network of a few dozen numbers per item smooths away.
 *
 * @param network scores that a softmax makes probabilities of
 * @param counts scores of at least 0; those below count as 0, and a row of zeros adds nothing
 * @param weight of the counts, in [0, 1]; who has no share is neither named nor asked for scores
 */
public record Blend(Recommender network, Recommender counts, double weight) implements Recommender {

  public Blend {
    requireWeight(weight);
    Objects.requireNonNull(network, "the network of a blend is null");
    Objects.requireNonNull(counts, "the recommender that counts in a blend is null");
    network.catalogue().requireSame(counts.catalogue(), network.name(), counts.name());
  }

  /** Throws {@link IllegalArgumentException} unless the weight is in [0, 1]. */
  public static void requireWeight(double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("a weight is from 0 to 1, found " + weight);
    }
  }

  /** The same two with another weight of the counts. */
  public Blend withWeight(double weight) {
    return new Blend(network, counts, weight);
  }

  @Override
  public String name() {
    if (weight == 0 || weight == 1) {
      return (weight == 0 ? network : counts).name();
    }
    return String.format(
        Locale.ROOT, "%s with %.0f%% %s", network.name(), 100 * weight, counts.name());
  }

  @Override
  public Catalogue catalogue() {
    return network.catalogue();
  }

  @Override
  public List<String> eventTypes() {
    return Stream.of(network, counts).flatMap(one -> one.eventTypes().stream()).distinct().toList();
  }

  @Override
  public float[][] score(List<History> histories) {
    float[][] blended = chances(histories);
    for (float[] row : blended) {
      for (int item = 1; item < row.length; item++) {
        row[item] = (float) Math.log(Math.max(row[item], Float.MIN_NORMAL));
      }
    }
    return blended;
  }

  /** Who has no share is not asked. */
  private float[][] chances(List<History> histories) {
    if (weight == 0) {
      return each(network.score(histories), Blend::probabilities);
    }
    float[][] counted = each(counts.score(histories), Blend::shares);
    if (weight == 1) {
      return counted;
    }
    float[][] scored = each(network.score(histories), Blend::probabilities);
    for (int row = 0; row < scored.length; row++) {
      scored[row] = of(scored[row], counted[row], weight);
    }
    return scored;
  }

  private static float[][] each(float[][] rows, UnaryOperator<float[]> change) {
    Arrays.setAll(rows, row -> change.apply(rows[row]));
    return rows;
  }

  /**
   * A row of probabilities; the score of a blend is their logarithm.
   *
   * @param probabilities of the items, index 0 ignored
   * @param shares of the items
   */
  public static float[] of(float[] probabilities, float[] shares, double weight) {
    float[] blended = new float[probabilities.length];
    for (int item = 1; item < blended.length; item++) {
      blended[item] = (float) ((1 - weight) * probabilities[item] + weight * shares[item]);
    }
    return blended;
  }

  /**
   * The softmax of scores, index 0 left out; a score that is not a number gets the probability 0.
   */
  public static float[] probabilities(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (int item = 1; item < scores.length; item++) {
      most = scores[item] > most ? scores[item] : most; // Math.max would keep one that is none.
    }
    float[] exponentials = new float[scores.length];
    for (int item = 1; item < scores.length; item++) {
      exponentials[item] = (float) Math.exp((double) scores[item] - most);
    }
    return shares(exponentials);
  }

  /**
   * Scores over their sum, index 0 left out; those below 0 and those that are not a number count as
   * 0; all are 0 if none is above.
   */
  public static float[] shares(float[] scores) {
    double sum = 0;
    for (int item = 1; item < scores.length; item++) {
      sum += counted(scores[item]);
    }
    float[] shares = new float[scores.length];
    for (int item = 1; item < scores.length && sum > 0; item++) {
      shares[item] = (float) (counted(scores[item]) / sum);
    }
    return shares;
  }

  private static float counted(float score) {
    return score > 0 ? score : 0;
  }
}
