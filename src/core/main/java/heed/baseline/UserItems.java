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
    int[] counts = new int[train.catalogue().size() + 1];
    for (int user = 0; user < itemsOf.length; user++) {
      itemsOf[user] = IntStream.of(train.history(user).items()).sorted().distinct().toArray();
      for (int item : itemsOf[user]) {
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
