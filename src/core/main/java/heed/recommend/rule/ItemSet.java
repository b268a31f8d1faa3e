package heed.recommend.rule;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Some items of a catalogue, by number. Immutable. */
public final class ItemSet {

  private final BitSet items;

  private ItemSet(BitSet items) {
    this.items = items;
  }

  /** The items 1 to {@code size} that pass the test. */
  public static ItemSet of(int size, IntPredicate test) {
    BitSet items = new BitSet(size + 1);
    for (int item = 1; item <= size; item++) {
      if (test.test(item)) {
        items.set(item);
      }
    }
    return new ItemSet(items);
  }

  /** These items; numbers below 1 are passed over. */
  public static ItemSet of(int... items) {
    BitSet some = new BitSet();
    for (int item : items) {
      if (item > 0) {
        some.set(item);
      }
    }
    return new ItemSet(some);
  }

  public boolean contains(int item) {
    return items.get(item);
  }

  /** How many items it holds. */
  public int size() {
    return items.cardinality();
  }

  /** The first item from {@code item} on that it holds; -1 if there is none. */
  public int next(int item) {
    return items.nextSetBit(item);
  }
}
