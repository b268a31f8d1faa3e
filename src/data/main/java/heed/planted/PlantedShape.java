package heed.planted;

/**
 * Sizes of well-known logs, to measure on: each has interests, so that there is something to learn.
 */
public final class PlantedShape {

  private PlantedShape() {}

  /** Short baskets, as the 5-core of Amazon Beauty: 22,363 users, 12,101 items, mean 8.9. */
  public static Planted baskets() {
    return Planted.of(22_363, 12_101, 198_502)
        .withShortest(5)
        .withTopics(200)
        .withInterests(3)
        .withRule(Rule.local(3))
        .withNoise(.5);
  }

  /** Long histories, as MovieLens 1M: 6,000 users, 3,400 items, mean 165. */
  public static Planted films() {
    return Planted.of(6_000, 3_400, 990_000)
        .withShortest(20)
        .withTopics(20)
        .withInterests(4)
        .withDrift(.02)
        .withSessions(20)
        .withRule(Rule.local(5))
        .withNoise(.5);
  }

  /** A large catalogue: 100,000 users, up to 1,000,000 items, mean 20. */
  public static Planted largeCatalogue() {
    return Planted.of(100_000, 1_000_000, 2_000_000)
        .withShortest(5)
        .withTopics(1_000)
        .withZipf(1)
        .withInterests(4)
        .withRule(Rule.local(3))
        .withNoise(.5);
  }

  /** Twenty million rows, as MovieLens 20M: 138,493 users, 26,744 items, mean 144. */
  public static Planted twentyMillion() {
    return Planted.of(138_493, 26_744, 20_000_263)
        .withShortest(20)
        .withTopics(50)
        .withInterests(4)
        .withDrift(.02)
        .withSessions(20)
        .withRule(Rule.local(5))
        .withNoise(.5);
  }
}
