package heed.baseline;

import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who took what, each pair once however often it happened: the sparse matrix X of users by items,
 * held by rows and by columns. Its arrays are shared with callers, who only read them.
 */
final class UserItems {

  private final int[][] itemsOf;
  private final int[][] usersOf;

  private UserItems(int[][] itemsOf, int[][] usersOf) {
    this.itemsOf = itemsOf;
    this.usersOf = usersOf;
  }

  static UserItems of(Sequences train) {
    int[][] itemsOf = new int[train.size()][];
    for (int user = 0; user < itemsOf.length; user++) {
      itemsOf[user] = IntStream.of(train.history(user).items()).sorted().distinct().toArray();
    }
    return of(itemsOf, train.catalogue().size());
  }

  private static UserItems of(int[][] itemsOf, int items) {
    int[] counts = new int[items + 1];
    for (int[] row : itemsOf) {
      for (int item : row) {
        counts[item]++;
      }
    }
    int[][] usersOf = new int[counts.length][];
    Arrays.setAll(usersOf, item -> new int[counts[item]]);
    for (int user = itemsOf.length - 1; user >= 0; user--) {
      for (int item : itemsOf[user]) {
        usersOf[item][--counts[item]] = user;
      }
    }
    return new UserItems(itemsOf, usersOf);
  }

  /**
   * As it is written to a file.
   *
   * @param itemsOf by user
   * @param items how many there are
   */
  record Saved(JaggedInts itemsOf, int items) {

    Saved {
      itemsOf.within(1, items);
    }
  }

  Saved saved() {
    return new Saved(JaggedInts.of(itemsOf), items());
  }

  static UserItems of(Saved saved) {
    return of(saved.itemsOf.rows(), saved.items);
  }

  /** Refuses to be of another number of items. */
  void requireItems(int expected) {
    if (items() != expected) {
      throw new IllegalArgumentException(
          "what users took is of " + items() + " items, expected " + expected);
    }
  }

  /** How many users there are, with those who took nothing. */
  int users() {
    return itemsOf.length;
  }

  /** How many items there are: N. */
  int items() {
    return usersOf.length - 1;
  }

  /** The items of a user, ascending. */
  int[] itemsOf(int user) {
    return itemsOf[user];
  }

  /** The users of an item in 1..N, ascending. */
  int[] usersOf(int item) {
    return usersOf[item];
  }

  /** How many took both an item and each other; of itself, how many took it. */
  int[] together(int item) {
    int[] together = new int[items() + 1];
    for (int user : usersOf[item]) {
      for (int other : itemsOf[user]) {
        together[other]++;
      }
    }
    return together;
  }
}
