package heed.model;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the settings of all networks have to meet. */
final class Checks {

  private Checks() {}

  static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, found " + value);
    }
  }

  static void divisible(int width, int heads) {
    atLeastOne("width", width);
    atLeastOne("heads", heads);
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          String.format(
              "width %d is not divisible by %d heads; choose one of %s",
              width,
              heads,
              IntStream.rangeClosed(1, width)
                  .filter(divisor -> width % divisor == 0)
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(", "))));
    }
  }

  static void dropout(float dropout) {
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is a share from 0 to below 1, found " + dropout);
    }
  }
}
