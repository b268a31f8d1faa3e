package heed.report;

import heed.log.Ids;
import java.util.Arrays;

/**
 * The times of each user's events in ascending order: those of user u stand from {@code offsets[u]}
 * up to, not including, {@code offsets[u + 1]}. Its arrays are shared, never changed.
 */
record EventTimes(int[] offsets, long[] times) {

  static EventTimes of(Ids users, long[] times) {
    int[] offsets = offsets(users.counts());
    int[] next = offsets.clone();
    long[] grouped = new long[times.length];
    for (int row = 0; row < times.length; row++) {
      grouped[next[users.code(row)]++] = times[row];
    }
    for (int user = 0; user + 1 < offsets.length; user++) {
      Arrays.sort(grouped, offsets[user], offsets[user + 1]);
    }
    return new EventTimes(offsets, grouped);
  }

  /** Where the rows of each user begin, once they stand together. */
  static int[] offsets(int[] counts) {
    int[] offsets = new int[counts.length + 1];
    for (int user = 0; user < counts.length; user++) {
      offsets[user + 1] = offsets[user] + counts[user];
    }
    return offsets;
  }

  int users() {
    return offsets.length - 1;
  }
}
