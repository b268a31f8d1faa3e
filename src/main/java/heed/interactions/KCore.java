package heed.interactions;

import java.util.Arrays;

/** The largest part of a log in which every user and every item has at least k events. */
final class KCore {

  private KCore() {}

  /**
   * Marks the events of the k-core.
   *
   * @param users user number of each event, from 0
   * @param items item number of each event, from 0
   * @param k least events a user and an item keep, at least 1
   */
  static boolean[] keep(int[] users, int[] items, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("a k-core needs k of at least 1, found " + k);
    }
    boolean[] kept = new boolean[users.length];
    Arrays.fill(kept, true);
    int[] ofUser = counts(users);
    int[] ofItem = counts(items);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < users.length; i++) {
        if (kept[i] && (ofUser[users[i]] < k || ofItem[items[i]] < k)) {
          kept[i] = false;
          ofUser[users[i]]--;
          ofItem[items[i]]--;
          changed = true;
        }
      }
    }
    return kept;
  }

  private static int[] counts(int[] codes) {
    int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }
}
