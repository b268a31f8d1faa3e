package heed.features;

import heed.log.Attributes;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A category as a number for a table of embeddings of {@link #size()} rows.
 *
 * @param attribute the column of attributes that is looked at
 * @param categories what the training part holds, ascending
 */
public record FittedCodes(String attribute, List<String> categories) implements FittedFeature {

  /** The code of an id without a category, or with one that the training part did not hold. */
  public static final int UNKNOWN = 1;

  public FittedCodes {
    categories = Ascending.copyOf(categories);
  }

  /** How many codes there are: padding, {@link #UNKNOWN} and one a category. */
  public int size() {
    return categories.size() + UNKNOWN + 1;
  }

  /**
   * The code of an id, in 1..size - 1.
   *
   * @throws IllegalArgumentException if it has several categories
   */
  public int code(Attributes attributes, String id) {
    List<String> found = attributes.categories(attribute, id);
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' has %,d categories in '%s', and a code stands for one; use"
                  + " Feature.multiHot(\"%s\")",
              id,
              found.size(),
              attribute,
              attribute));
    }
    int place = found.isEmpty() ? -1 : Collections.binarySearch(categories, found.get(0));
    return place < 0 ? UNKNOWN : place + UNKNOWN + 1;
  }

  /** What a code stands for. */
  public Restored restore(int code) {
    return code <= UNKNOWN
        ? new Restored.Lost("one code stands for missing and for every unknown category")
        : new Restored.Names(List.of(categories.get(code - UNKNOWN - 1)));
  }
}
