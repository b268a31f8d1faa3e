package heed.model;

import heed.layer.Heads;

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
    Heads.requireDivisor("width", width, "heads", heads);
  }

  static void dropout(float dropout) {
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is a share from 0 to below 1, found " + dropout);
    }
  }
}
