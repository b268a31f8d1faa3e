package heed.planted;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The items of a planted log, numbered from 0: topic, popularity, follower, and which are cold.
 * Immutable.
 */
final class PlantedItems {

  private static final int POPULARITY = 1;
  private static final int TOPICS = 2;
  private static final int FOLLOWERS = 3;
  private static final int COLD = 4;

  /** The most popular items; a follower is looked for among as many neighbours at first. */
  private static final int FIRST_BAND = 16;

  private final int[] byPopularity;
  private final double[] popularity;
  private final int[] topics;
  private final int[] followers;
  private final boolean[] cold;

  /** Items topic by topic, most popular first; topic t from {@code starts[t]}. */
  private final int[] byTopic;

  private final int[] starts;

  /** The popularity of all items of {@link #byTopic} before an index. */
  private final double[] cumulative;

  private final int[] coldOfTopic;
  private final double[] coldMass;

  PlantedItems(Planted.Goods goods, long seed) {
    int count = goods.items();
    byPopularity = shuffled(count, Planted.random(seed, POPULARITY, 0));
    popularity = popularity(byPopularity, goods.zipf());
    topics = topics(byPopularity, goods.topics(), Planted.random(seed, TOPICS, 0));
    followers = followers(byPopularity, Planted.random(seed, FOLLOWERS, 0));
    cold = new boolean[count];
    int[] candidates = shuffled(count, Planted.random(seed, COLD, 0));
    for (int i = 0; i < Math.round(goods.cold() * count); i++) {
      cold[candidates[i]] = true;
    }
    starts = starts(topics, goods.topics());
    byTopic = byTopic();
    cumulative = new double[count + 1];
    coldOfTopic = new int[goods.topics()];
    coldMass = new double[goods.topics()];
    for (int i = 0; i < count; i++) {
      int item = byTopic[i];
      cumulative[i + 1] = cumulative[i] + popularity[item];
      coldOfTopic[topics[item]] += cold[item] ? 1 : 0;
      coldMass[topics[item]] += cold[item] ? popularity[item] : 0;
    }
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    shuffle(order, 0, count, random);
    return order;
  }

  private static void shuffle(int[] order, int from, int to, SplittableRandom random) {
    for (int i = to - 1; i > from; i--) {
      swap(order, i, random.nextInt(from, i + 1));
    }
  }

  private static void swap(int[] order, int a, int b) {
    int item = order[a];
    order[a] = order[b];
    order[b] = item;
  }

  private static double[] popularity(int[] byPopularity, double zipf) {
    double[] popularity = new double[byPopularity.length];
    double sum = 0;
    for (int rank = 0; rank < byPopularity.length; rank++) {
      popularity[byPopularity[rank]] = Math.pow(rank + 1, -zipf);
      sum += popularity[byPopularity[rank]];
    }
    for (int item = 0; item < popularity.length; item++) {
      popularity[item] /= sum;
    }
    return popularity;
  }

  /** Deals the items out by rank, so that topics are alike in size and popularity. */
  private static int[] topics(int[] byPopularity, int count, SplittableRandom random) {
    int[] topics = new int[byPopularity.length];
    int[] deal = shuffled(count, random);
    for (int rank = 0; rank < topics.length; rank++) {
      if (rank % count == 0) {
        shuffle(deal, 0, count, random);
      }
      topics[byPopularity[rank]] = deal[rank % count];
    }
    return topics;
  }

  /**
   * A follower for each item, each item following one: a single cycle (Sattolo's shuffle, so none
   * follows itself) in each band of ranks, so that what the rule decides keeps the long tail.
   */
  private static int[] followers(int[] byPopularity, SplittableRandom random) {
    int[] followers = new int[byPopularity.length];
    int[] order = byPopularity.clone();
    int from = 0;
    while (from < order.length) {
      int to = Math.min(order.length, 2 * from + FIRST_BAND);
      to = order.length - to < 2 ? order.length : to;
      for (int i = to - 1; i > from; i--) {
        swap(order, i, random.nextInt(from, i));
      }
      for (int i = from; i < to; i++) {
        followers[byPopularity[i]] = order[i];
      }
      from = to;
    }
    return followers;
  }

  private static int[] starts(int[] topics, int count) {
    int[] starts = new int[count + 1];
    for (int topic : topics) {
      starts[topic + 1]++;
    }
    for (int topic = 0; topic < count; topic++) {
      starts[topic + 1] += starts[topic];
    }
    return starts;
  }

  private int[] byTopic() {
    int[] next = starts.clone();
    int[] order = new int[topics.length];
    for (int item : byPopularity) {
      order[next[topics[item]]++] = item;
    }
    return order;
  }

  int size() {
    return topics.length;
  }

  int topicCount() {
    return coldOfTopic.length;
  }

  int topic(int item) {
    return topics[item];
  }

  /** The chance of an item where popularity alone decides; all together 1. */
  double popularity(int item) {
    return popularity[item];
  }

  /** The item that comes next where this one decides. */
  int follower(int item) {
    return followers[item];
  }

  /** Whether an item appears late. */
  boolean cold(int item) {
    return cold[item];
  }

  int coldOfTopic(int topic) {
    return coldOfTopic[topic];
  }

  /** The popularity of the cold items of a topic. */
  double coldMass(int topic) {
    return coldMass[topic];
  }

  /** The item of a popularity rank, from 0. */
  int ranked(int rank) {
    return byPopularity[rank];
  }

  /**
   * The item at a place of the topics' order: topic t has {@code start(t)} to {@code start(t+1)}.
   */
  int placed(int place) {
    return byTopic[place];
  }

  int start(int topic) {
    return starts[topic];
  }

  /** The popularity of all items at the places {@code from} to {@code to}. */
  double mass(int from, int to) {
    return cumulative[to] - cumulative[from];
  }

  /** An item of the places {@code from} to {@code to}, by popularity. */
  int draw(int from, int to, SplittableRandom random) {
    double point = cumulative[from] + random.nextDouble() * mass(from, to);
    int low = from;
    int high = to - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (cumulative[middle] <= point) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return byTopic[low];
  }
}
