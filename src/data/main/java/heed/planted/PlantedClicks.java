package heed.planted;

import heed.log.Ids;
import heed.log.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A plan of a log of what was shown and what was clicked, in which only user and item together
 * decide, or what the user clicked last.
 *
 * <p>A user has a segment and a thrift, an item a category, a brand and a price. The log-odds of a
 * click are {@code bias + strength * agreement(segment, category) - strength / 2 * thrift *
 * dearness(item) + taste(brand)}: agreement is 1 where the numbers of segment and category are both
 * even or both odd, else -1, so that neither tells anything without the other; thrift and dearness,
 * the standardised logarithm of the price, are standard normal; taste is normal with deviation 0.3.
 * With an {@linkplain #withOrder order} each click wakes a wish for the next category, so that what
 * was clicked last tells much and the same clicks in any order tell little.
 *
 * @param users how many
 * @param items how many to show; popular ones are shown more, by Zipf's law
 * @param rows how often something is shown
 * @param kinds how many segments, and how many categories; even
 * @param strength of what user and item decide together, in log-odds
 * @param bias log-odds of a click where nothing else speaks
 * @param order of what was clicked last, in log-odds: added for items of the category after that of
 *     her latest click (after the last comes the first), taken off for all others
 */
public record PlantedClicks(
    int users, int items, int rows, int kinds, double strength, double bias, double order) {

  /** The category of the latest click before there is one. */
  private static final int NONE_YET = -1;

  private static final int USERS = 9;
  private static final int ITEMS = 10;
  private static final int SHOWN = 11;
  private static final int BRANDS = 20;
  private static final int BRAND_TASTES = 12;
  private static final double BRAND_SPREAD = 0.3;

  public PlantedClicks {
    if (users < 1 || items < 2 || rows < users) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "clicks need at least 1 user, 2 items and a row for each user, found %,d users, %,d"
                  + " items and %,d rows",
              users,
              items,
              rows));
    }
    if (kinds < 2 || kinds % 2 != 0) {
      throw new IllegalArgumentException(
          "segments and categories are as many of even as of odd number; found "
              + kinds
              + ", choose 2, 4, 6, ...");
    }
  }

  /** Four segments and categories, strength 1.5, a click in about three rows of ten. */
  public static PlantedClicks of(int users, int items, int rows) {
    return new PlantedClicks(users, items, rows, 4, 1.5, -1, 0);
  }

  public PlantedClicks withStrength(double strength) {
    return new PlantedClicks(users, items, rows, kinds, strength, bias, order);
  }

  public PlantedClicks withBias(double bias) {
    return new PlantedClicks(users, items, rows, kinds, strength, bias, order);
  }

  /** With this much, in log-odds, decided by what was clicked last. */
  public PlantedClicks withOrder(double order) {
    return new PlantedClicks(users, items, rows, kinds, strength, bias, order);
  }

  /** With this many segments, and as many categories. */
  public PlantedClicks withKinds(int kinds) {
    return new PlantedClicks(users, items, rows, kinds, strength, bias, order);
  }

  /** A log of this plan; the same seed gives the same log. */
  public PlantedClickLog generate(long seed) {
    Sides sides = sides(seed);
    return log(seed, show(seed, sides), sides);
  }

  /** What is drawn of each user and each item. */
  private record Sides(
      int[] segments,
      double[] thrift,
      int[] categories,
      int[] brands,
      double[] dearness,
      double[] tastes) {}

  private record Rows(int[] users, int[] items, long[] times, double[] clicked, double[] chances) {}

  private Sides sides(long seed) {
    SplittableRandom ofUsers = Planted.random(seed, USERS, 0);
    SplittableRandom ofItems = Planted.random(seed, ITEMS, 0);
    SplittableRandom ofBrands = Planted.random(seed, BRAND_TASTES, 0);
    return new Sides(
        IntStream.range(0, users).map(user -> ofUsers.nextInt(kinds)).toArray(),
        IntStream.range(0, users).mapToDouble(user -> ofUsers.nextGaussian()).toArray(),
        IntStream.range(0, items).map(item -> ofItems.nextInt(kinds)).toArray(),
        IntStream.range(0, items).map(item -> ofItems.nextInt(BRANDS)).toArray(),
        IntStream.range(0, items).mapToDouble(item -> ofItems.nextGaussian()).toArray(),
        IntStream.range(0, BRANDS)
            .mapToDouble(brand -> BRAND_SPREAD * ofBrands.nextGaussian())
            .toArray());
  }

  private Rows show(long seed, Sides sides) {
    PlantedClock clock = new PlantedClock(new Planted.People(users, rows, 1, 0, 0, 4), seed);
    PlantedItems shown = new PlantedItems(new Planted.Goods(items, 1, .8, 0), seed);
    int[] offsets = clock.offsets(Integer.MAX_VALUE);
    Rows table =
        new Rows(new int[rows], new int[rows], new long[rows], new double[rows], new double[rows]);
    long[] times = new long[rows];
    boolean[] opens = new boolean[rows];
    for (int user = 0; user < users; user++) {
      SplittableRandom random = Planted.random(seed, SHOWN, user);
      clock.tell(user, offsets[user + 1] - offsets[user], times, opens);
      int latest = NONE_YET;
      for (int row = offsets[user]; row < offsets[user + 1]; row++) {
        table.users[row] = user;
        table.items[row] = shown.draw(0, items, random);
        table.times[row] = times[row - offsets[user]];
        int category = sides.categories[table.items[row]];
        double odds = logOdds(sides, user, table.items[row]) + wish(latest, category);
        table.chances[row] = 1 / (1 + Math.exp(-odds));
        table.clicked[row] = random.nextDouble() < table.chances[row] ? 1 : 0;
        latest = table.clicked[row] == 1 ? category : latest;
      }
    }
    return table;
  }

  private double logOdds(Sides sides, int user, int item) {
    boolean agree = (sides.segments[user] + sides.categories[item]) % 2 == 0;
    return bias
        + strength * (agree ? 1 : -1)
        - strength / 2 * sides.thrift[user] * sides.dearness[item]
        + sides.tastes[sides.brands[item]];
  }

  private double wish(int latest, int category) {
    if (latest == NONE_YET) {
      return 0;
    }
    return (latest + 1) % kinds == category ? order : -order;
  }

  private PlantedClickLog log(long seed, Rows rows, Sides sides) {
    List<String> userNames = IntStream.range(0, users).mapToObj(PlantedWorld::userName).toList();
    List<String> itemNames = IntStream.range(0, items).mapToObj(PlantedWorld::itemName).toList();
    return new PlantedClickLog(
        Interactions.of(
                this + "; seed " + seed,
                Ids.of(rows.users, userNames),
                Ids.of(rows.items, itemNames),
                rows.times)
            .withValues(rows.clicked),
        Table.create(
            "planted users",
            StringColumn.create("user", userNames),
            named("segment", "s", sides.segments),
            DoubleColumn.create("thrift", sides.thrift)),
        Table.create(
            "planted items",
            StringColumn.create("item", itemNames),
            named("category", "c", sides.categories),
            named("brand", "b", sides.brands),
            DoubleColumn.create("price", prices(sides.dearness))),
        rows.chances);
  }

  private static StringColumn named(String column, String letter, int[] numbers) {
    return StringColumn.create(
        column, Arrays.stream(numbers).mapToObj(number -> letter + number).toList());
  }

  /** Prices around 20, log-normal. */
  private static double[] prices(double[] dearness) {
    return Arrays.stream(dearness).map(z -> Math.round(2_000 * Math.exp(z / 2)) / 100.0).toArray();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rows shown to %,d users from %,d items; strength %s",
        rows,
        users,
        items,
        strength);
  }
}
