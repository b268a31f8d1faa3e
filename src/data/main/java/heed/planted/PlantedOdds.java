package heed.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chance of each item to be a user's next one, for a predictor that knows all that is planted
 * but not what the dice will show: the rule, her interests at that moment, popularity, what is out;
 * not whether the event opens a session.
 */
final class PlantedOdds {

  private final PlantedWalk walk;
  private final PlantedWorld world;
  private final PlantedItems items;

  /** Chances of single items that the rule names. */
  private final Map<Integer, Double> named = new HashMap<>();

  /** By topic of an interest: its chance over the popularity of its available items. */
  private final Map<Integer, Double> byTopic = new HashMap<>();

  /** The chance that popularity decides over the popularity of all available items. */
  private double everywhere;

  /** The odds of the event that the walk stands before. */
  PlantedOdds(PlantedWorld world, PlantedWalk walk) {
    this.walk = walk;
    this.world = world;
    this.items = world.items();
    double noise = world.plan().noise();
    double opening = walk.past().length() == 0 ? 1 : world.clock().opening();
    double silent = rule(true, (1 - noise) * opening) + rule(false, (1 - noise) * (1 - opening));
    everywhere = (noise + interests(silent)) / massLeft(0, items.topicCount());
  }

  /** Gives a chance to the items that the rule names; returns what is left where it is silent. */
  private double rule(boolean opens, double chance) {
    if (chance == 0) {
      return 0;
    }
    int[] deciders = walk.deciders(world.plan().rule().causes(walk.past(), opens));
    for (int position : deciders) {
      int item = items.follower(walk.past().item(position));
      named.merge(item, chance / deciders.length, Double::sum);
    }
    return deciders.length == 0 ? chance : 0;
  }

  /** Gives a chance to the topics of the interests; returns what is left where none has an item. */
  private double interests(double chance) {
    int[] interests = walk.interests();
    double silent = interests.length == 0 ? chance : 0;
    for (int i = 0; i < interests.length; i++) {
      int topic = interests[i];
      double share = chance * walk.weight(i);
      if (walk.availableOfTopic(topic) == 0) {
        silent += share;
      } else {
        byTopic.merge(topic, share / massLeft(topic, topic + 1), Double::sum);
      }
    }
    return silent;
  }

  /** The popularity of the available items of the topics {@code from} to {@code to}. */
  private double massLeft(int from, int to) {
    double mass = items.mass(items.start(from), items.start(to));
    for (int topic = from; walk.early() && topic < to; topic++) {
      mass -= items.coldMass(topic);
    }
    for (int position = 0; !world.plan().repeats() && position < walk.past().length(); position++) {
      int item = walk.past().item(position);
      boolean inside = from <= items.topic(item) && items.topic(item) < to;
      mass -= inside ? items.popularity(item) : 0;
    }
    return mass;
  }

  /** The chance of an item; over all items they add up to 1. */
  double of(int item) {
    if (!walk.available(item)) {
      return 0;
    }
    double share = everywhere + byTopic.getOrDefault(items.topic(item), 0.0);
    return named.getOrDefault(item, 0.0) + items.popularity(item) * share;
  }

  /** The most likely items, best first; equal ones in the order of their numbers. */
  List<Integer> best(int k) {
    Set<Integer> candidates = new LinkedHashSet<>(named.keySet());
    byTopic.keySet().forEach(topic -> addMostPopular(topic, k, candidates));
    addMostPopular(-1, k, candidates);
    return candidates.stream()
        .sorted(Comparator.comparingDouble((Integer item) -> -of(item)).thenComparing(item -> item))
        .limit(k)
        .toList();
  }

  /** Adds the k most popular available items of a topic, or of all topics without an interest. */
  private void addMostPopular(int topic, int k, Set<Integer> candidates) {
    int from = topic < 0 ? 0 : items.start(topic);
    int to = topic < 0 ? items.size() : items.start(topic + 1);
    int found = 0;
    for (int place = from; place < to && found < k; place++) {
      int item = topic < 0 ? items.ranked(place) : items.placed(place);
      if (walk.available(item) && (topic >= 0 || !byTopic.containsKey(items.topic(item)))) {
        candidates.add(item);
        found++;
      }
    }
  }

  /** The chances of the k most likely items, highest first. */
  List<Double> bestChances(int k) {
    List<Double> chances = new ArrayList<>();
    best(k).forEach(item -> chances.add(of(item)));
    return chances;
  }
}
