package heed.planted;

import java.util.Arrays;
import java.util.Locale;

/**
 * What stands before the first event of a planted log happens: its items, how long each history is,
 * and when the cold items come out.
 *
 * @param offsets where each user's events begin, and behind the last user how many there are
 * @param coldMillis when cold items come out, in milliseconds since 1970; {@link Long#MIN_VALUE}
 *     where there are none
 */
record PlantedWorld(
    Planted plan,
    long seed,
    PlantedItems items,
    PlantedClock clock,
    int[] offsets,
    long coldMillis) {

  /** The share of the events that lie before cold items are out. */
  private static final double WARM_SHARE = 0.9;

  static PlantedWorld of(Planted plan, long seed) {
    PlantedClock clock = new PlantedClock(plan.people(), seed);
    int[] offsets = clock.offsets(plan.longest());
    PlantedItems items = new PlantedItems(plan.goods(), seed);
    PlantedWorld warm = new PlantedWorld(plan, seed, items, clock, offsets, Long.MIN_VALUE);
    return plan.goods().cold() == 0
        ? warm
        : new PlantedWorld(plan, seed, items, clock, offsets, warm.quantileOfTimes());
  }

  private long quantileOfTimes() {
    long[] all = new long[offsets[users()]];
    long[] times = new long[longest()];
    boolean[] opens = new boolean[times.length];
    for (int user = 0; user < users(); user++) {
      clock.tell(user, length(user), times, opens);
      System.arraycopy(times, 0, all, offsets[user], length(user));
    }
    Arrays.parallelSort(all);
    return all[(int) (WARM_SHARE * all.length)];
  }

  int users() {
    return offsets.length - 1;
  }

  int length(int user) {
    return offsets[user + 1] - offsets[user];
  }

  /** The most events a user has. */
  int longest() {
    int longest = 0;
    for (int user = 0; user < users(); user++) {
      longest = Math.max(longest, length(user));
    }
    return longest;
  }

  static String userName(int user) {
    return "u" + (user + 1);
  }

  static String itemName(int item) {
    return "i" + (item + 1);
  }

  int user(String id) {
    return number(id, 'u', users());
  }

  int item(String id) {
    return number(id, 'i', items.size());
  }

  private static int number(String id, char kind, int count) {
    if (id.matches(kind + "[1-9][0-9]{0,8}")) {
      int number = Integer.parseInt(id.substring(1));
      if (number <= count) {
        return number - 1;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT, "no '%s' is planted; there are %s1 to %s%d", id, kind, kind, count));
  }
}
