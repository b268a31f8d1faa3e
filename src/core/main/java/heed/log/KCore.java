package heed.log;

import java.util.Arrays;

/**
 * The largest part of a log in which every user and every item has enough events: the k-core
 * (Seidman 1983) of the graph of users and items. It does not depend on the order of rows.
 *
 * <p>Events count, not distinct items: leave duplicates out first where they should not. Takes time
 * in proportion to the rows, however often a removal brings the next (as the algorithm of Batagelj
 * and Zaversnik 2003 does), and eight bytes a row.
 *
 * @param ofUsers least events of a user, at least 1
 * @param ofItems least events of an item, at least 1
 */
public record KCore(int ofUsers, int ofItems) implements Step {

  public KCore {
    if (ofUsers < 1 || ofItems < 1) {
      throw new IllegalArgumentException(
          "a k-core needs k of at least 1, found "
              + Math.min(ofUsers, ofItems)
              + "; 5 is usual, and 1 keeps everybody");
    }
  }

  public KCore(int k) {
    this(k, k);
  }

  @Override
  public String name() {
    if (ofUsers == ofItems) {
      return ofUsers + "-core";
    }
    String users = "users of at least " + ofUsers;
    String items = "items of at least " + ofItems;
    return (ofItems == 1 ? users : ofUsers == 1 ? items : users + " and " + items) + " events";
  }

  @Override
  public Interactions of(Interactions log) {
    return log.keep(keep(log.users(), log.items()));
  }

  /** Marks the events of the core. */
  public boolean[] keep(Ids users, Ids items) {
    boolean[] kept = new boolean[users.size()];
    Arrays.fill(kept, true);
    Side byUser = new Side(users, ofUsers);
    Side byItem = new Side(items, ofItems);
    while (byUser.isWaiting() || byItem.isWaiting()) {
      byUser.drop(kept, byItem);
      byItem.drop(kept, byUser);
    }
    return kept;
  }

  /** The users of a log, or its items: how many events each has left, and which fell short. */
  private static final class Side {
    private final Ids ids;
    private final int least;
    private final int[] left;
    private final int[] lastRow;
    private final int[] rowBefore;
    private final int[] fallen;
    private int waiting;

    Side(Ids ids, int least) {
      this.ids = ids;
      this.least = least;
      this.left = ids.counts();
      this.lastRow = new int[left.length];
      this.rowBefore = new int[ids.size()];
      this.fallen = new int[left.length];
      Arrays.fill(lastRow, -1);
      for (int row = 0; row < rowBefore.length; row++) {
        int id = ids.code(row);
        rowBefore[row] = lastRow[id];
        lastRow[id] = row;
      }
      for (int id = 0; id < left.length; id++) {
        if (left[id] < least) {
          fallen[waiting++] = id;
        }
      }
    }

    boolean isWaiting() {
      return waiting > 0;
    }

    /** Drops the events of all that fell short; those of the other side lose them. */
    void drop(boolean[] kept, Side other) {
      while (waiting > 0) {
        int id = fallen[--waiting];
        for (int row = lastRow[id]; row >= 0; row = rowBefore[row]) {
          if (kept[row]) {
            kept[row] = false;
            other.lose(row);
          }
        }
      }
    }

    private void lose(int row) {
      int id = ids.code(row);
      // Only at the moment it falls short, so that each waits once.
      if (left[id]-- == least) {
        fallen[waiting++] = id;
      }
    }
  }
}
