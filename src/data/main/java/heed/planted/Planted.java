package heed.planted;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A plan of a log whose truth is known, to ask what no real log can answer: did the network find
 * the planted interest, does the attention point at the planted cause, does the metric reach the
 * known optimum.
 *
 * <p>Each event is drawn so: with the share {@code noise} its item is any item, by popularity.
 * Otherwise the {@linkplain Rule rule} decides; where the rule is silent (too early in the history,
 * or what it names was met already), one of the user's interests, by popularity among the items of
 * its topic; where she has none planted, popularity. Item popularity follows Zipf's law, lengths of
 * histories are log-normal above a shortest one, and every event of a user has its own second.
 *
 * <pre>{@code
 * var planted = Planted.of(1_000, 500, 20_000).withRule(Rule.back(3)).withNoise(.1).generate(1);
 * planted.truth().optimum(10);
 * }</pre>
 *
 * @param people who acts, and how often
 * @param goods what there is
 * @param rule what decides the next item
 * @param noise share of events that follow popularity alone, in [0, 1]
 * @param repeats whether a user may meet an item twice
 */
public record Planted(People people, Goods goods, Rule rule, double noise, boolean repeats) {

  /** As many as there are words for. */
  private static final int MOST_TOPICS = 20_000;

  /**
   * Who acts.
   *
   * @param users how many
   * @param events of all users together, met exactly
   * @param shortest fewest events of a user
   * @param interests topics a user cares for at a time; the i-th is followed 1/i as often as the
   *     first
   * @param drift chance at each event that one of her interests is replaced by another
   * @param session mean number of events in a session, at least 1; lengths are geometric
   */
  public record People(
      int users, int events, int shortest, int interests, double drift, double session) {

    public People {
      require(users >= 1 && shortest >= 1, "users and shortest are at least 1");
      require(interests >= 0, "interests are at least 0, found " + interests);
      require(
          events >= (long) users * shortest,
          String.format(
              Locale.ROOT,
              "%,d events are too few for %,d users of at least %d events; ask for %,d or more",
              events,
              users,
              shortest,
              (long) users * shortest));
      require(drift >= 0 && drift <= 1, "drift is a chance from 0 to 1, found " + drift);
      require(session >= 1, "a session has at least 1 event on average, found " + session);
    }
  }

  /**
   * What there is.
   *
   * @param items how many to choose from; the least popular may never be chosen
   * @param topics groups of items, equal in size and popularity
   * @param zipf exponent of the popularity of the r-th item, r<sup>-zipf</sup>; 0 makes all equal
   * @param cold share of the items that appear only after {@link PlantedTruth#coldFrom()}
   */
  public record Goods(int items, int topics, double zipf, double cold) {

    public Goods {
      require(items >= 2, "at least 2 items are needed, found " + items);
      require(
          topics >= 1 && topics <= Math.min(items, MOST_TOPICS),
          String.format(
              Locale.ROOT, "topics are 1 to %d, found %d", Math.min(items, MOST_TOPICS), topics));
      require(zipf >= 0 && zipf <= 3, "zipf is an exponent from 0 to 3, found " + zipf);
      require(cold >= 0 && cold <= .5, "cold is a share from 0 to .5, found " + cold);
    }
  }

  public Planted {
    require(noise >= 0 && noise <= 1, "noise is a share from 0 to 1, found " + noise);
    require(
        people.interests() <= goods.topics(),
        String.format(
            Locale.ROOT,
            "%d interests need as many topics, found %d; use withTopics",
            people.interests(),
            goods.topics()));
  }

  /** No rule, no interests, no noise: popularity alone, in sessions of four; no item twice. */
  public static Planted of(int users, int items, int events) {
    int topics = Math.min(20, items);
    return new Planted(
        new People(users, events, Math.min(3, Math.max(1, events / users)), 0, 0, 4),
        new Goods(items, topics, .8, 0),
        Rule.none(),
        0,
        false);
  }

  public Planted withRule(Rule rule) {
    return new Planted(people, goods, rule, noise, repeats);
  }

  public Planted withNoise(double noise) {
    return new Planted(people, goods, rule, noise, repeats);
  }

  /** With users who may meet an item again: evaluate with seen items kept. */
  public Planted withRepeats() {
    return new Planted(people, goods, rule, noise, true);
  }

  /** With {@code interests} topics a user cares for at a time. */
  public Planted withInterests(int interests) {
    return with(
        new People(
            people.users, people.events, people.shortest, interests, people.drift, people.session));
  }

  /** With this chance at each event that one interest gives way to another. */
  public Planted withDrift(double drift) {
    return with(
        new People(
            people.users, people.events, people.shortest, people.interests, drift, people.session));
  }

  /** With this many events in a session on average. */
  public Planted withSessions(double mean) {
    return with(
        new People(
            people.users, people.events, people.shortest, people.interests, people.drift, mean));
  }

  /** With no user of fewer events. */
  public Planted withShortest(int shortest) {
    return with(
        new People(
            people.users, people.events, shortest, people.interests, people.drift, people.session));
  }

  private Planted with(People others) {
    return new Planted(others, goods, rule, noise, repeats);
  }

  public Planted withTopics(int topics) {
    return with(new Goods(goods.items, topics, goods.zipf, goods.cold));
  }

  /** With this exponent of Zipf's law. */
  public Planted withZipf(double zipf) {
    return with(new Goods(goods.items, goods.topics, zipf, goods.cold));
  }

  /** With this share of items that appear only in the last tenth of the events. */
  public Planted withColdItems(double cold) {
    return with(new Goods(goods.items, goods.topics, goods.zipf, cold));
  }

  private Planted with(Goods others) {
    return new Planted(people, others, rule, noise, repeats);
  }

  /**
   * A log of this plan, and its truth; the same seed gives the same log.
   *
   * @throws IllegalArgumentException if the items are too few for users who meet none twice
   */
  public PlantedLog generate(long seed) {
    require(
        people.events() <= (long) people.users() * longest(),
        String.format(
            Locale.ROOT,
            "a user meets at most half of the %,d items once each, too few for %,d events of %,d"
                + " users; ask for more items, or withRepeats()",
            goods.items(),
            people.events(),
            people.users()));
    return PlantedLog.of(this, seed);
  }

  /** The most events a user may have. */
  int longest() {
    int half = Math.max(1, (int) (goods.items() * (1 - goods.cold()) / 2));
    return repeats ? Integer.MAX_VALUE : half;
  }

  /** A source of randomness for one purpose and one user or item. */
  static SplittableRandom random(long seed, int purpose, int number) {
    return new SplittableRandom(
        seed * 0x9E3779B97F4A7C15L + purpose * 0xBF58476D1CE4E5B9L + number * 0x94D049BB133111EBL);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d events of %,d users with up to %,d items; %s, %d interests, %.0f%% noise",
        people.events,
        people.users,
        goods.items,
        rule.name(),
        people.interests,
        100 * noise);
  }
}
