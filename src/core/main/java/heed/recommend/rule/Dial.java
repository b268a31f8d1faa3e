package heed.recommend.rule;

import java.util.Locale;

/** How much of a choice goes by something else than fit. */
final class Dial {

  private Dial() {}

  /** Throws {@link IllegalArgumentException} unless the dial is in [0, 1]. */
  static void require(double dial) {
    if (!(dial >= 0 && dial <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a dial is between 0, by fit alone, and 1, without regard to fit; found %s",
              dial));
    }
  }
}
