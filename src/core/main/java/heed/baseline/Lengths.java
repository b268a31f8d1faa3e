package heed.baseline;

import heed.sequence.Catalogue;
import java.util.Locale;

/** Holds arrays that were read against the catalogue they are of. */
final class Lengths {

  private Lengths() {}

  /** A value for each item, and one for padding. */
  static void require(int values, Catalogue catalogue) {
    if (values != catalogue.size() + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found %,d values for %,d items, expected one each and one for padding",
              values,
              catalogue.size()));
    }
  }
}
