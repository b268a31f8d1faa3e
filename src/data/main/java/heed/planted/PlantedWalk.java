package heed.planted;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Follows one user of a planted log after another, event by event. Not safe for use by several
 * threads; the same user lives the same life each time.
 */
final class PlantedWalk {

  private static final int CHOICES = 7;

  /** After so many items that cannot be had, those that can are listed: the same chances. */
  private static final int PATIENCE = 32;

  private final PlantedWorld world;
  private final PlantedItems items;
  private final PlantedPast past;
  private final long[] times;
  private final boolean[] opens;
  private final int[] interests;
  private final double[] weights;
  private final int[] seenBy;
  private final int[] seenOfTopic;

  private int user;
  private SplittableRandom random;
  private int cause;
  private int followed;

  PlantedWalk(PlantedWorld world) {
    int longest = world.longest();
    this.world = world;
    this.items = world.items();
    this.past = new PlantedPast(longest);
    this.times = new long[longest];
    this.opens = new boolean[longest];
    this.interests = new int[world.plan().people().interests()];
    this.weights = weights(interests.length);
    this.seenBy = new int[items.size()];
    this.seenOfTopic = new int[items.topicCount()];
    this.random = Planted.random(world.seed(), CHOICES, 0);
  }

  /** The i-th of {@code count} weighs 1/i; all together 1. */
  private static double[] weights(int count) {
    double sum = 0;
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = 1.0 / (i + 1);
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Goes to the time before a user's first event. */
  void begin(int user) {
    for (int i = 0; i < past.length(); i++) {
      seenOfTopic[items.topic(past.item(i))] = 0;
    }
    past.clear();
    this.user = user;
    random = Planted.random(world.seed(), CHOICES, user);
    world.clock().tell(user, world.length(user), times, opens);
    for (int i = 0; i < interests.length; i++) {
      interests[i] = anotherTopic(i);
    }
  }

  /** A topic that is none of the first {@code count} interests. */
  private int anotherTopic(int count) {
    while (true) {
      int topic = random.nextInt(items.topicCount());
      boolean had = false;
      for (int i = 0; i < count; i++) {
        had |= interests[i] == topic;
      }
      if (!had) {
        return topic;
      }
    }
  }

  /** Goes to the time before a user's last event. */
  void beginBeforeLast(int user) {
    begin(user);
    while (past.length() + 1 < world.length(user)) {
      step();
    }
  }

  /** Lets the next event happen. */
  void step() {
    int position = past.length();
    cause = -1;
    followed = -1;
    int item = -1;
    if (random.nextDouble() >= world.plan().noise()) {
      item = byRule(world.plan().rule().causes(past, opens[position]));
      item = item >= 0 ? item : byInterest();
    }
    item = item >= 0 ? item : draw(0, items.size());
    past.add(item, items.topic(item), times[position], opens[position]);
    if (!world.plan().repeats()) {
      seenBy[item] = user + 1;
      seenOfTopic[items.topic(item)]++;
    }
    drift();
  }

  private int byRule(Rule.Span span) {
    int[] deciders = deciders(span);
    if (deciders.length == 0) {
      return -1;
    }
    cause = deciders[deciders.length == 1 ? 0 : random.nextInt(deciders.length)];
    return items.follower(past.item(cause));
  }

  /** The events of a span that could decide the next one, each as likely. */
  int[] deciders(Rule.Span span) {
    int[] deciders = new int[span.to() - span.from()];
    int count = 0;
    for (int position = span.to() - 1; position >= span.from(); position--) {
      if (available(items.follower(past.item(position)))) {
        deciders[count++] = position;
        if (span.latest()) {
          break;
        }
      }
    }
    return Arrays.copyOf(deciders, count);
  }

  private int byInterest() {
    if (interests.length == 0) {
      return -1;
    }
    double point = random.nextDouble();
    int chosen = 0;
    while (chosen + 1 < interests.length && point >= weights[chosen]) {
      point -= weights[chosen++];
    }
    int topic = interests[chosen];
    if (availableOfTopic(topic) == 0) {
      return -1;
    }
    followed = topic;
    return draw(items.start(topic), items.start(topic + 1));
  }

  private int draw(int from, int to) {
    for (int i = 0; i < PATIENCE; i++) {
      int item = items.draw(from, to, random);
      if (available(item)) {
        return item;
      }
    }
    double left = 0;
    for (int place = from; place < to; place++) {
      left += available(items.placed(place)) ? items.popularity(items.placed(place)) : 0;
    }
    double point = random.nextDouble() * left;
    int last = -1;
    for (int place = from; place < to && (last < 0 || point >= 0); place++) {
      int item = items.placed(place);
      if (available(item)) {
        last = item;
        point -= items.popularity(item);
      }
    }
    return last;
  }

  private void drift() {
    double chance = world.plan().people().drift();
    if (chance > 0
        && interests.length > 0
        && interests.length < items.topicCount()
        && random.nextDouble() < chance) {
      int changed = random.nextInt(interests.length);
      interests[changed] = anotherTopic(interests.length);
    }
  }

  /** Whether the next event could be this item: not seen, and out by then. */
  boolean available(int item) {
    return seenBy[item] != user + 1 && !(early() && items.cold(item));
  }

  /** How many items of a topic the next event could be. */
  int availableOfTopic(int topic) {
    return items.start(topic + 1)
        - items.start(topic)
        - seenOfTopic[topic]
        - (early() ? items.coldOfTopic(topic) : 0);
  }

  /** Whether the next event happens before the cold items are out. */
  boolean early() {
    return times[past.length()] < world.coldMillis();
  }

  PlantedPast past() {
    return past;
  }

  /** The position of the event that decided the last one, or -1. */
  int cause() {
    return cause;
  }

  /** The topic of the interest that the last event followed, or -1. */
  int followed() {
    return followed;
  }

  /** Topics the user cares for at the next event, the most followed first. */
  int[] interests() {
    return interests;
  }

  /** How often an interest is followed, from 0; all together 1. */
  double weight(int interest) {
    return weights[interest];
  }
}
