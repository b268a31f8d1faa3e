package heed.report;

import heed.log.Ids;
import java.util.List;
import java.util.Locale;

/**
 * In which order the file has a user's events, seen from each row to the next of the same user.
 *
 * @param steps how many rows follow a row of the same user
 * @param backwards how many of them are earlier than the row before
 * @param later how many are later
 * @param tiedUp how many are of the same moment, of an item with a higher id
 * @param tiedDown how many are of the same moment, of an item with a lower id
 */
record RowOrder(int steps, int backwards, int later, int tiedUp, int tiedDown) {

  /** Fewer ties than this may well stand in order of their items by chance. */
  private static final int ENOUGH_TIES = 30;

  /** Where ties stand as they happened, either direction is about as likely. */
  private static final double ONE_SIDED = 0.8;

  static RowOrder of(Ids users, Ids items, long[] times) {
    long[] ranks = ranks(items.distinct());
    int[] last = new int[users.distinct().size()];
    int backwards = 0;
    int later = 0;
    int up = 0;
    int down = 0;
    for (int row = 0; row < times.length; row++) {
      int before = last[users.code(row)] - 1;
      last[users.code(row)] = row + 1;
      if (before < 0) {
        continue;
      }
      if (times[row] == times[before]) {
        int direction = Long.compare(ranks[items.code(row)], ranks[items.code(before)]);
        up += direction > 0 ? 1 : 0;
        down += direction < 0 ? 1 : 0;
      } else {
        backwards += times[row] < times[before] ? 1 : 0;
        later += times[row] > times[before] ? 1 : 0;
      }
    }
    return new RowOrder(times.length - last.length, backwards, later, up, down);
  }

  /** Ids that are whole numbers rank as numbers, others as text. */
  private static long[] ranks(List<String> ids) {
    long[] ranks = new long[ids.size()];
    try {
      for (int code = 0; code < ranks.length; code++) {
        ranks[code] = Long.parseLong(ids.get(code));
      }
    } catch (NumberFormatException text) {
      for (int code = 0; code < ranks.length; code++) {
        ranks[code] = code;
      }
    }
    return ranks;
  }

  Finding finding() {
    int ties = tiedUp + tiedDown;
    double sorted = ties == 0 ? 0 : (double) Math.max(tiedUp, tiedDown) / ties;
    if (steps == 0) {
      return Finding.fine("order of rows", "one event a user", "there is no order to trust or not");
    }
    String found =
        String.format(
            Locale.ROOT,
            "%s of a user's rows come later than the row before, %s earlier",
            Wording.percent((double) later / steps),
            Wording.percent((double) backwards / steps));
    if (ties >= ENOUGH_TIES && sorted >= ONE_SIDED) {
      return Finding.warn(
          "order of rows",
          String.format(
              Locale.ROOT, "%s; %s of ties in order of item", found, Wording.percent(sorted)),
          "the file orders ties by item: taken as they stand, they would plant a false pattern",
          "Sequences.of(log, seed) draws them by a hash");
    }
    return backwards == 0
        ? Finding.fine("order of rows", found, "the file tells what happened in its order")
        : Finding.fine("order of rows", found, "no matter: events are ordered by their times");
  }
}
