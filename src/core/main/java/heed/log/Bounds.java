package heed.log;

import java.util.Locale;

/**
 * Numbers that count something from 0 on: whoever asks for one behind the end is told the range.
 */
public final class Bounds {

  private Bounds() {}

  /**
   * The index, if it is one.
   *
   * @param what is counted, such as "row"
   * @param where it is counted, such as "the log"
   * @param size how many there are
   * @throws IndexOutOfBoundsException if the index is not in 0..size-1
   */
  public static int require(String what, int index, String where, int size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          size == 0
              ? String.format(
                  Locale.ROOT, "%s has no %s, asked for %s %,d", where, what, what, index)
              : String.format(
                  Locale.ROOT,
                  "%s %,d is not in %s; ask for 0 to %,d",
                  what,
                  index,
                  where,
                  size - 1));
    }
    return index;
  }
}
