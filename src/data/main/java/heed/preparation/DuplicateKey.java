package heed.preparation;

import heed.log.EventColumns;
import heed.log.Ids;

/** Which rows of a user are duplicates of each other. */
public enum DuplicateKey {
  /** Rows of the same user and item, whenever and of whatever type. */
  USER_AND_ITEM("the same user and item") {
    @Override
    public int compare(EventColumns events, int row, int other) {
      return Integer.compare(events.items().code(row), events.items().code(other));
    }
  },
  /** Rows of the same user, item, time and, where the log tells it, type. */
  USER_ITEM_AND_TIME("the same user, item and time") {
    @Override
    public int compare(EventColumns events, int row, int other) {
      int order = USER_AND_ITEM.compare(events, row, other);
      if (order == 0) {
        order = Long.compare(events.times()[row], events.times()[other]);
      }
      if (order == 0 && events.types().isPresent()) {
        Ids types = events.types().get();
        order = Integer.compare(types.code(row), types.code(other));
      }
      return order;
    }
  };

  final String words;

  DuplicateKey(String words) {
    this.words = words;
  }

  /** The columns of a {@link TableStep}'s rows that duplicates share. */
  String columns(boolean typed) {
    return this == USER_AND_ITEM ? "u, i" : typed ? "u, i, ms, y" : "u, i, ms";
  }

  /** Orders rows of one user; duplicates are equal. */
  public abstract int compare(EventColumns events, int row, int other);
}
