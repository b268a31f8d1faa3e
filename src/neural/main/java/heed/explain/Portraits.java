package heed.explain;

import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a network makes of each of some users.
 *
 * @param recommender who was asked
 * @param explainer who gave the reasons
 * @param users at least one
 */
public record Portraits(String recommender, String explainer, List<Portrait> users) {

  public Portraits {
    users = List.copyOf(users);
    if (users.isEmpty()) {
      throw new IllegalArgumentException("there is no user to show; give at least one history");
    }
  }

  /**
   * Asks a network about each of some users.
   *
   * @param histories by what the user is called, at least one event each
   * @param explainer gives the reasons
   * @param k how many items it recommends to each
   */
  public static Portraits of(
      NetworkRecommender network, Map<String, History> histories, Explainer explainer, int k) {
    List<Portrait> users = new ArrayList<>();
    histories.forEach(
        (user, history) -> users.add(Portrait.of(user, network, history, explainer, k)));
    return new Portraits(network.name(), explainer.name(), users);
  }
}
