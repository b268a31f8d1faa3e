package heed.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happened to a user of a planted log, and why; one entry an event, oldest first.
 *
 * @param items the item of each event
 * @param causes the position of the event that decided each event, from 0, or -1
 * @param topics the topic of the interest that each event followed, or -1
 * @param interests the topics cared for at each event, the most followed first
 */
public record PlantedLife(
    List<String> items, List<Integer> causes, List<Integer> topics, List<List<Integer>> interests) {

  public PlantedLife {
    items = List.copyOf(items);
    causes = List.copyOf(causes);
    topics = List.copyOf(topics);
    interests = List.copyOf(interests);
  }

  static PlantedLife of(PlantedWorld world, int user) {
    List<String> items = new ArrayList<>();
    List<Integer> causes = new ArrayList<>();
    List<Integer> topics = new ArrayList<>();
    List<List<Integer>> interests = new ArrayList<>();
    PlantedWalk walk = new PlantedWalk(world);
    walk.begin(user);
    for (int i = 0; i < world.length(user); i++) {
      interests.add(Arrays.stream(walk.interests()).boxed().toList());
      walk.step();
      items.add(PlantedWorld.itemName(walk.past().item(i)));
      causes.add(walk.cause());
      topics.add(walk.followed());
    }
    return new PlantedLife(items, causes, topics, interests);
  }
}
