package heed.preparation;

import heed.log.EventColumns;
import heed.log.Ids;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;

/**
 * The rows of a log user by user: user u owns {@code rows[offsets[u]]} to before {@code
 * rows[offsets[u + 1]]}. Its arrays are shared, never changed: this record does not leave the
 * package.
 *
 * @param rows numbers of rows
 * @param offsets one per user, and the end
 */
record ByUser(int[] rows, int[] offsets) {

  /** Each user's rows by time; at the same moment, in the order of the log. */
  static ByUser inTime(EventColumns events) {
    long[] times = events.times();
    return of(events.users(), (row, other) -> Long.compare(times[row], times[other]));
  }

  /** Each user's rows in an order; where it does not tell, in that of the log. */
  static ByUser of(Ids users, IntComparator order) {
    int[] offsets = offsets(users.counts());
    int[] next = offsets.clone();
    int[] rows = new int[users.size()];
    for (int row = 0; row < rows.length; row++) {
      rows[next[users.code(row)]++] = row;
    }
    IntComparator total =
        (row, other) -> {
          int told = order.compare(row, other);
          return told == 0 ? Integer.compare(row, other) : told;
        };
    for (int user = 0; user + 1 < offsets.length; user++) {
      if (!isSorted(rows, offsets[user], offsets[user + 1], total)) {
        IntArrays.quickSort(rows, offsets[user], offsets[user + 1], total);
      }
    }
    return new ByUser(rows, offsets);
  }

  private static int[] offsets(int[] counts) {
    int[] offsets = new int[counts.length + 1];
    for (int user = 0; user < counts.length; user++) {
      offsets[user + 1] = offsets[user] + counts[user];
    }
    return offsets;
  }

  /** Most logs are written as time passes: then nothing is to be sorted. */
  private static boolean isSorted(int[] rows, int from, int to, IntComparator order) {
    for (int i = from + 1; i < to; i++) {
      if (order.compare(rows[i - 1], rows[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  /** How many users there are. */
  int users() {
    return offsets.length - 1;
  }
}
