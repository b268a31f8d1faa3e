package heed.report;

import heed.log.Counted;
import heed.log.EventColumns;
import heed.log.Ids;
import heed.preparation.DuplicateKey;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import java.util.Locale;

/**
 * Events whose user had met their item before.
 *
 * @param duplicates rows that {@link DuplicateKey#USER_ITEM_AND_TIME} calls the same as another,
 *     but for the first of each
 * @param repeats all rows of the same user and item as another, but for the first of each
 * @param events all events
 */
record Repeats(int duplicates, int repeats, int events) {

  static Repeats of(EventColumns events) {
    Ids users = events.users();
    Ids items = events.items();
    long[] times = events.times();
    int[] offsets = EventTimes.offsets(users.counts());
    int[] next = offsets.clone();
    int[] rows = new int[times.length];
    for (int row = 0; row < times.length; row++) {
      rows[next[users.code(row)]++] = row;
    }
    int duplicates = 0;
    int repeats = 0;
    for (int user = 0; user + 1 < offsets.length; user++) {
      long[] keys = itemsWithRows(rows, offsets[user], offsets[user + 1], items);
      for (int start = 0; start < keys.length; ) {
        int end = start + 1;
        while (end < keys.length && keys[end] >>> 32 == keys[start] >>> 32) {
          end++;
        }
        repeats += end - start - 1;
        duplicates += end - start == 1 ? 0 : equal(keys, start, end, events);
        start = end;
      }
    }
    return new Repeats(duplicates, repeats, times.length);
  }

  /**
   * Item and row of each of a user's events in one number, ascending: equal items are neighbours.
   */
  private static long[] itemsWithRows(int[] rows, int from, int to, Ids items) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = ((long) items.code(rows[i]) << 32) | rows[i];
    }
    Arrays.sort(keys);
    return keys;
  }

  private static int equal(long[] keys, int from, int to, EventColumns events) {
    int[] rows = new int[to - from];
    for (int i = from; i < to; i++) {
      rows[i - from] = (int) keys[i];
    }
    IntComparator order =
        (row, other) -> DuplicateKey.USER_ITEM_AND_TIME.compare(events, row, other);
    IntArrays.quickSort(rows, order);
    int equal = 0;
    for (int i = 1; i < rows.length; i++) {
      equal += order.compare(rows[i], rows[i - 1]) == 0 ? 1 : 0;
    }
    return equal;
  }

  Finding duplicateRows() {
    return duplicates == 0
        ? Finding.fine("duplicate rows", "none", "no user, item and time stands twice")
        : Finding.warn(
            "duplicate rows",
            String.format(
                Locale.ROOT,
                "%s (%s) %s the user, item and time of another",
                Counted.of(duplicates, "row"),
                Wording.percent((double) duplicates / events),
                Wording.verb(duplicates, "repeats", "repeat")),
            "the same event told twice: it would be learnt, and tested, twice",
            "log.prepared(Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME))");
  }

  Finding repeatedPairs() {
    int again = repeats - duplicates;
    return again == 0
        ? Finding.fine(
            "repeated pairs",
            "none: nobody meets an item twice",
            "seen items can be left out of a recommendation")
        : Finding.note(
            "repeated pairs",
            String.format(
                Locale.ROOT,
                "%s (%s) %s to an item",
                Counted.of(again, "event"),
                Wording.percent((double) again / events),
                Wording.verb(again, "returns", "return")),
            "users come back to items: leaving out what they have seen forbids right answers",
            "keep seen items in the ranking (Seen.KEPT), or"
                + " log.prepared(Steps.keepFirst(DuplicateKey.USER_AND_ITEM))");
  }
}
