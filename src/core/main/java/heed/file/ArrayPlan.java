package heed.file;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An array that an {@link ArrayFile} is to hold.
 *
 * @param name in lower case
 * @param type of its numbers
 * @param size how many there are, or {@link #OPEN}
 */
public record ArrayPlan(String name, ArrayType type, long size) {

  /** The size of a last array that ends where its writer stops. */
  public static final long OPEN = -1;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

  public ArrayPlan {
    if (!NAME.matcher(name).matches() || size < OPEN) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an array has a name in lower case and a size from 0, found '%s' and %,d",
              name,
              size));
    }
  }

  /** How many bytes its numbers take; at least 0 where its size is open. */
  long bytes() {
    return Math.multiplyExact(Math.max(0, size), type.bytes());
  }
}
