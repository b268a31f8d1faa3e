package heed.explain;

import heed.model.InterestScores;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the weights of a user's interests move as she goes on, event by event.
 *
 * @param history the L events, oldest first
 * @param likest of each interest after the last event, the title that it would recommend first
 * @param weights weights[event][interest] after that event; each row sums to 1
 */
public record InterestDrift(History history, List<String> likest, float[][] weights) {

  /** Throws {@link IllegalArgumentException} if there is not a row per event. */
  public InterestDrift {
    likest = List.copyOf(likest);
    int interests = likest.size();
    if (weights.length != history.length()
        || Arrays.stream(weights).anyMatch(row -> row.length != interests)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a drift over %d events needs as many rows of %d weights, found %d rows",
              history.length(),
              interests,
              weights.length));
    }
    weights = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
  }

  @Override
  public float[][] weights() {
    return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
  }

  /**
   * Asks a network that keeps interests apart after each event of a history.
   *
   * @throws IllegalArgumentException if it keeps none apart
   */
  public static InterestDrift of(NetworkRecommender recommender, History history) {
    UserInterests last = new Explanation(recommender, history).interests(1);
    History read = recommender.readable(history);
    List<float[]> weights = new ArrayList<>();
    for (int left = read.length() - 1; left >= 0; left--) {
      weights.add(
          recommender.interests(read.withoutLast(left)).map(InterestScores::weights).orElseThrow());
    }
    return new InterestDrift(
        read,
        last.interests().stream()
            .map(interest -> interest.ranking().entries().get(0).title())
            .toList(),
        weights.toArray(float[][]::new));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "weights of %d interests over %d events", likest.size(), weights.length);
  }
}
