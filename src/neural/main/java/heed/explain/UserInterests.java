package heed.explain;

import heed.recommend.Ranking;
import heed.sequence.History;
import java.util.List;
import java.util.Locale;

/**
 * What a network of several interests sees in a user: each interest with its weight, where it comes
 * from and what it recommends by itself, and what all of them recommend together.
 *
 * @param history the part of the history that the network read
 * @param interests as the network numbers them, at least one
 * @param fused what they recommend together
 */
public record UserInterests(History history, List<Interest> interests, Ranking fused) {

  /**
   * One interest.
   *
   * @param number from 1
   * @param weight its share among the interests, in [0, 1]; all together 1
   * @param shares how much of it comes from each event, oldest first; all together 1
   * @param ranking what it recommends by itself
   */
  public record Interest(int number, float weight, float[] shares, Ranking ranking) {

    public Interest {
      shares = shares.clone();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "interest %d (%.0f%%): %s",
          number,
          100 * weight,
          ranking.entries().stream().map(Ranking.Entry::title).toList());
    }

    @Override
    public float[] shares() {
      return shares.clone();
    }
  }

  public UserInterests {
    interests = List.copyOf(interests);
    for (Interest interest : interests) {
      if (interest.shares().length != history.length()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "interest %d needs a share an event, found %d for %d events",
                interest.number(),
                interest.shares().length,
                history.length()));
      }
    }
  }

  /** The interests by weight, the heaviest first. */
  public List<Interest> byWeight() {
    return interests.stream().sorted((a, b) -> Float.compare(b.weight(), a.weight())).toList();
  }
}
