package heed.interactions;

import java.util.Arrays;

/**
 * The largest part of a log in which every user and every item has at least k events: the k-core
 * (Seidman 1983), of the graph of users and items. It does not depend on the order of rows.
 *
 * @param k least events of a user and of an item, at least 1
 */
public record Core(int k) implements Step {

  public Core {
    if (k < 1) {
      throw new IllegalArgumentException("a k-core needs k of at least 1, found " + k);
    }
  }

  @Override
  public String name() {
    return k + "-core";
  }

  @Override
  public Interactions of(Interactions log) {
    return log.keep(keep(log.users(), log.items()));
  }

  /** Marks the events of the k-core. */
  boolean[] keep(Ids users, Ids items) {
    boolean[] kept = new boolean[users.size()];
    Arrays.fill(kept, true);
    int[] ofUser = users.counts();
    int[] ofItem = items.counts();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int row = 0; row < kept.length; row++) {
        int user = users.code(row);
        int item = items.code(row);
        if (kept[row] && (ofUser[user] < k || ofItem[item] < k)) {
          kept[row] = false;
          ofUser[user]--;
          ofItem[item]--;
          changed = true;
        }
      }
    }
    return kept;
  }
}
