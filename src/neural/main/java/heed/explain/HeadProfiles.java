package heed.explain;

import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What each head of a network looks at over many users. Of each history the place that the answer
 * is read from is asked. Only layers whose weights are shares are looked at.
 *
 * @param recommender whose heads
 * @param histories how many were asked
 * @param profiles one per head, layer by layer
 */
public record HeadProfiles(String recommender, int histories, List<HeadProfile> profiles) {

  /** With fewer events there is little to choose from. */
  static final int FEWEST_EVENTS = 5;

  public HeadProfiles {
    profiles = List.copyOf(profiles);
  }

  /** By place and time alone. */
  public static HeadProfiles of(NetworkRecommender recommender, List<History> histories) {
    return of(recommender, histories, "items of the same kind", (one, other) -> false);
  }

  /**
   * By place, time, and a kind of item.
   *
   * @param histories those of fewer than 5 events are left out
   * @param kind what alike items are, in words: "films of a shared genre"
   * @param alike whether an earlier item is like the latest
   */
  public static HeadProfiles of(
      NetworkRecommender recommender, List<History> histories, String kind, Alike alike) {
    List<AttentionLayer> layers = recommender.network().config().attentionLayers();
    List<List<HeadTally>> tallies = new ArrayList<>();
    int asked = 0;
    for (History history : histories) {
      if (history.length() >= FEWEST_EVENTS) {
        AttentionMap map = new Explanation(recommender, history).attention();
        add(tallies, map, recommender.readable(history), alike);
        asked++;
      }
    }
    if (asked == 0) {
      throw new IllegalArgumentException(
          "heads are looked at over histories of at least "
              + FEWEST_EVENTS
              + " events, found none among "
              + histories.size());
    }
    List<HeadProfile> profiles = new ArrayList<>();
    for (int layer = 0; layer < tallies.size(); layer++) {
      for (int head = 0; head < tallies.get(layer).size(); head++) {
        profiles.add(tallies.get(layer).get(head).profile(layers.get(layer), head, kind));
      }
    }
    return new HeadProfiles(recommender.name(), asked, profiles);
  }

  /** Whether two items, by number, are of one kind. */
  @FunctionalInterface
  public interface Alike {
    boolean test(int one, int other);
  }

  private static void add(
      List<List<HeadTally>> tallies, AttentionMap map, History read, Alike alike) {
    for (int layer = 0; layer < map.layers().size(); layer++) {
      if (tallies.size() == layer) {
        tallies.add(new ArrayList<>());
      }
      if (map.layers().get(layer).weights() == Weights.UNNORMALIZED) {
        continue;
      }
      for (int head = 0; head < map.heads(); head++) {
        if (tallies.get(layer).size() == head) {
          tallies.get(layer).add(new HeadTally());
        }
        float[][] weights = map.head(layer, head);
        tallies.get(layer).get(head).add(weights[weights.length - 1], read, alike);
      }
    }
  }

  @Override
  public String toString() {
    return profiles.stream().map(HeadProfile::toString).collect(Collectors.joining("\n"));
  }
}
