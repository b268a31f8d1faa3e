package heed.explain;

import heed.model.NetworkRecommender;
import heed.recommend.Ranking;
import heed.recommend.Ranking.Entry;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a network makes of one user: what it read, looked at, found her interested in and
 * recommends, and why.
 *
 * @param user what she is called
 * @param history the part of hers that the network reads, oldest first
 * @param attention where it looked, if it attends
 * @param interests what it keeps apart, if it does
 * @param ranking what it recommends
 * @param reasons of each recommended item in order, over {@code history}
 */
public record Portrait(
    String user,
    History history,
    Optional<AttentionMap> attention,
    Optional<UserInterests> interests,
    Ranking ranking,
    List<Attribution> reasons) {

  /** Throws {@link IllegalArgumentException} if a recommended item has no reasons of its own. */
  public Portrait {
    reasons = List.copyOf(reasons);
    List<Integer> explained = reasons.stream().map(Attribution::item).toList();
    List<Integer> recommended = ranking.entries().stream().map(Entry::item).toList();
    if (!explained.equals(recommended)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a portrait explains what it recommends, found items %s explained and %s recommended",
              explained,
              recommended));
    }
  }

  /**
   * Asks a network about a user.
   *
   * @param history at least one event
   * @param explainer gives the reasons
   * @param k how many items it recommends
   */
  public static Portrait of(
      String user, NetworkRecommender network, History history, Explainer explainer, int k) {
    History read = network.readable(history);
    Explanation explanation = new Explanation(network, read);
    Ranking ranking = network.recommend(history, k);
    List<Attribution> reasons = new ArrayList<>();
    ranking.entries().forEach(entry -> reasons.add(explainer.explain(read, entry.item())));
    // With several interests attention is by interest, which the interests tell.
    boolean several = network.interests(read).isPresent();
    boolean attends = !network.network().config().attentionLayers().isEmpty();
    return new Portrait(
        user,
        read,
        attends && !several ? Optional.of(explanation.attention()) : Optional.empty(),
        several ? Optional.of(explanation.interests(k)) : Optional.empty(),
        ranking,
        reasons);
  }

  /** This user as a sample of one. */
  public Portraits alone() {
    String explainer = reasons.isEmpty() ? "" : reasons.get(0).explainer();
    return new Portraits(ranking.recommender(), explainer, List.of(this));
  }
}
