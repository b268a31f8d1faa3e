package heed.evaluation;

import heed.sequence.Sequences;
import java.util.Arrays;

/** How popular each item is in the training part. Immutable. */
public final class ItemCounts {

  private final int[] events;
  private final int[] users;
  private final int[] ranks;
  private final int activeUsers;

  private ItemCounts(int[] events, int[] users, int activeUsers) {
    this.events = events;
    this.users = users;
    this.ranks = ranks(events);
    this.activeUsers = activeUsers;
  }

  /** Counted from the training part. */
  public static ItemCounts of(Sequences train) {
    int[] events = new int[train.catalogue().size() + 1];
    int[] users = new int[events.length];
    int[] lastUser = new int[events.length];
    for (int user = 0; user < train.size(); user++) {
      for (int i = 0; i < train.length(user); i++) {
        int item = train.item(user, i);
        events[item]++;
        users[item] += lastUser[item] == user + 1 ? 0 : 1;
        lastUser[item] = user + 1;
      }
    }
    return new ItemCounts(events, users, train.activeUsers());
  }

  private static int[] ranks(int[] events) {
    int[] distinct = Arrays.stream(events).filter(count -> count > 0).distinct().sorted().toArray();
    int[] ranks = new int[events.length];
    for (int item = 1; item < events.length; item++) {
      int place = Arrays.binarySearch(distinct, events[item]);
      ranks[item] = place < 0 ? 0 : distinct.length - place;
    }
    return ranks;
  }

  /** How many items there are: N. */
  public int items() {
    return events.length - 1;
  }

  /** How many events an item has. */
  public int events(int item) {
    return events[item];
  }

  /** How many users have an item. */
  public int users(int item) {
    return users[item];
  }

  /**
   * An item's place by events, 1 the most popular; items of equal counts share a place, and the
   * next count has the next. 0 for an item without events.
   */
  public int rank(int item) {
    return ranks[item];
  }

  /** How many users have an event. */
  public int activeUsers() {
    return activeUsers;
  }
}
