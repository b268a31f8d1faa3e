package heed.recommend;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * A row of scores as whole numbers that stand in the same order, their keys. A target is as likely
 * above as below a score, so a branch a score is guessed wrongly half the time; whole numbers are
 * compared without one, many at once.
 *
 * <p>The row lies in a few parts, and what has one place in all of them is a group. Counts and the
 * greatest key are kept for each group, part after part, because the compiler makes vectors of just
 * such loops: they change one array by another of the same index. Of a sum over an array, or of
 * several changes in one loop, it makes slow ones or none.
 *
 * <p>Keeps its memory from row to row; not for several threads at once.
 */
final class OrderedRow {

  /** The key of who does not compete, below that of every score. */
  private static final int NOBODY = Integer.MIN_VALUE;

  private static final int ALL_BUT_SIGN = Integer.MAX_VALUE;
  private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
  private static final int NO_NUMBER = Float.floatToRawIntBits(Float.NaN);

  /** Members of a group. */
  private static final int PARTS = 16;

  private final int width;
  private final int[][] parts;
  private final int[] greatest;

  /** Of each group, how many are above a goal, times 65,536, and how many are no equal of it. */
  private final int[] counts;

  private final Pass[] passes = {OrderedRow::order, this::count, this::raise};
  private final Pass[] ordering = {passes[0], passes[2]};
  private final Pass[] counting = {passes[1]};
  private int goal;

  /**
   * A loop over a part. Three kinds of them behind one call stay methods of their own, and only so
   * does the compiler make vectors of each: 10 us for a row of 12,000, and 25 us where it puts them
   * into one method.
   */
  private interface Pass {
    void over(int[] part);
  }

  /** For rows over so many items. */
  OrderedRow(int items) {
    width = items + 1;
    int groups = items / PARTS + 1;
    parts = new int[(width + groups - 1) / groups][groups];
    greatest = new int[groups];
    counts = new int[groups];
  }

  /**
   * Takes up another row; all items compete but those whose score is not a number.
   *
   * @param bits of N + 1 scores, from index {@code from} on; the first is ignored
   */
  void read(IntBuffer bits, int from) {
    Arrays.fill(parts[parts.length - 1], NO_NUMBER); // Behind the last item is nobody.
    for (int part = 0; part < parts.length; part++) {
      int begin = part * greatest.length;
      bits.get(from + begin, parts[part], 0, Math.min(greatest.length, width - begin));
    }
    drop(0);
  }

  /** Lets an item of a row just read compete no more. */
  void drop(int item) {
    parts[item / greatest.length][item % greatest.length] = NO_NUMBER;
  }

  /** The key of an item of a row just read. */
  int key(int item) {
    return keyOf(parts[item / greatest.length][item % greatest.length]);
  }

  /** Whether this is the key of a number. */
  static boolean competes(int key) {
    return key != NOBODY;
  }

  /** How those that compete stand to a goal. */
  record Counts(int above, int equal) {}

  /** Puts the row in order and counts. */
  Counts orderAround(int newGoal) {
    goal = newGoal;
    Arrays.fill(counts, 0);
    Arrays.fill(greatest, NOBODY);
    sweep(passes);
    return counted();
  }

  /** Puts the row in order without counting, for several goals. */
  void order() {
    Arrays.fill(greatest, NOBODY);
    sweep(ordering);
  }

  /** Counts in a row that is in order. */
  Counts around(int newGoal) {
    goal = newGoal;
    Arrays.fill(counts, 0);
    sweep(counting);
    return counted();
  }

  private void sweep(Pass[] all) {
    for (int[] part : parts) {
      for (Pass pass : all) {
        pass.over(part);
      }
    }
  }

  private Counts counted() {
    int above = 0;
    int equal = parts.length * greatest.length;
    for (int count : counts) {
      above += count >>> Short.SIZE;
      equal -= count & 0xFFFF;
    }
    return new Counts(above, equal);
  }

  /** Bits of floats to keys, which order as the floats do. */
  private static void order(int[] part) {
    for (int i = 0; i < part.length; i++) {
      part[i] = keyOf(part[i]);
    }
  }

  private static int keyOf(int bits) {
    int sign = bits >> 31; // -1 or 0
    int noNumber = (INFINITY - (bits & ALL_BUT_SIGN)) >> 31; // -1 or 0
    // IEEE 754: but for the sign, bits order as their numbers do; -0 is to equal 0.
    int key = (bits ^ (sign & ALL_BUT_SIGN)) - sign;
    return (key & ~noNumber) | (NOBODY & noNumber);
  }

  private void count(int[] part) {
    for (int i = 0; i < part.length; i++) {
      int differs = goal ^ part[i];
      int above = -isLess(goal, part[i]); // 1 or 0
      int unequal = (differs | -differs) >>> 31; // 1 or 0
      counts[i] += (above << Short.SIZE) + unequal;
    }
  }

  /** To the greater of both, place by place. */
  private void raise(int[] part) {
    for (int i = 0; i < part.length; i++) {
      int isLess = isLess(greatest[i], part[i]); // -1 or 0
      greatest[i] = (greatest[i] & ~isLess) | (part[i] & isLess);
    }
  }

  /** -1 if a is less than b, else 0; without a branch, and right where the difference overflows. */
  private static int isLess(int a, int b) {
    int difference = a - b;
    return (difference ^ ((a ^ b) & (difference ^ a))) >> 31;
  }

  /** How many items of a lower number have this key, once the row is ordered. */
  int equalBefore(int item, int key) {
    int count = 0;
    for (int i = 0; i < item; i++) {
      count += parts[i / greatest.length][i % greatest.length] == key ? 1 : 0;
    }
    return count;
  }

  /** Lets an item compete in the ordered row. */
  void enter(int item, int key) {
    int group = item % greatest.length;
    parts[item / greatest.length][group] = key;
    greatest[group] = Math.max(greatest[group], key);
  }

  /**
   * The best items that compete in the ordered row, best first, of equals the one with the lower
   * number; fewer if fewer compete. They stand in the groups whose greatest are greatest, so only
   * those are looked through.
   *
   * @param k at least 1
   */
  int[] best(int k) {
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
    for (int part = 0; part < parts.length; part++) {
      for (int i = 0; i < count; i++) {
        int key = parts[part][groups[i]];
        if (key > bound) {
          bound = best.put(part * greatest.length + groups[i], key);
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
