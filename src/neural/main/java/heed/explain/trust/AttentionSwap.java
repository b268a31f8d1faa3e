package heed.explain.trust;

import heed.attention.weighting.PermutedAttention;
import heed.attention.weighting.UniformAttention;
import heed.explain.Sentence;
import heed.explain.Support;
import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.History;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of a trained network's answers under attention weights that are not its own: equal
 * ones (compare Wiegreffe and Pinter 2019, section 3.2, who train anew under them, which is not
 * done here) or its own dealt at random among the events (Jain and Wallace 2019, section 4.2.1).
 * Where the answers stay, the weights did not decide them. Where they change, the weights matter;
 * it does not follow that the heaviest event did.
 *
 * @param how which weights took the place of the network's
 * @param distance the mean total variation distance of the answers, softmaxes over the catalogue,
 *     from 0 (the same) to 1
 * @param sameFirst share of histories whose best scored item stays
 * @param histories how many were asked
 */
public record AttentionSwap(String how, double distance, double sameFirst, int histories)
    implements Sentence {

  /** Histories whose scores are held at once. */
  private static final int ROWS = 256;

  /**
   * Equal weights, and weights dealt at random.
   *
   * @throws IllegalArgumentException if the network's weights cannot be replaced
   */
  public static List<AttentionSwap> both(
      NetworkRecommender recommender, List<History> histories, long seed) {
    Recommender equal = recommender.reweighted(new UniformAttention(), "equal weights");
    Recommender dealt =
        recommender.ablated(own -> new PermutedAttention(own, seed), "weights dealt at random");
    return List.of(
        of("equal weights", recommender, equal, histories),
        of("weights dealt at random", recommender, dealt, histories));
  }

  /** How far two recommenders' answers are apart. */
  static AttentionSwap of(String how, Recommender own, Recommender other, List<History> histories) {
    double distance = 0;
    int same = 0;
    for (int from = 0; from < histories.size(); from += ROWS) {
      List<History> some = histories.subList(from, Math.min(from + ROWS, histories.size()));
      float[][] before = own.score(some);
      float[][] after = other.score(some);
      for (int i = 0; i < before.length; i++) {
        distance += distance(before[i], after[i]);
        same += first(before[i]) == first(after[i]) ? 1 : 0;
      }
    }
    int asked = histories.size();
    return new AttentionSwap(how, distance / asked, (double) same / asked, asked);
  }

  /** Half the sum of the differences of probabilities. */
  static double distance(float[] before, float[] after) {
    double sum = 0;
    double normBefore = Support.LOG_PROBABILITY.of(before, 1) - before[1];
    double normAfter = Support.LOG_PROBABILITY.of(after, 1) - after[1];
    for (int item = 1; item < before.length; item++) {
      sum += Math.abs(Math.exp(before[item] + normBefore) - Math.exp(after[item] + normAfter));
    }
    return sum / 2;
  }

  private static int first(float[] scores) {
    int first = 1;
    for (int item = 2; item < scores.length; item++) {
      first = scores[item] > scores[first] ? item : first;
    }
    return first;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "under %s the first answer stays for %.0f%% of %d histories (distance of answers %.2f)",
        how,
        100 * sameFirst,
        histories,
        distance);
  }
}
