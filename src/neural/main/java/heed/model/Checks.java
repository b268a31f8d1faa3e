package heed.model;

import heed.layer.Heads;

/** What the settings of all networks have to meet. */
public final class Checks {

  private Checks() {}

  public static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, found " + value);
    }
  }

  public static void divisible(int width, int heads) {
    atLeastOne("width", width);
    atLeastOne("heads", heads);
    Heads.requireDivisor("width", width, "heads", heads);
  }

  public static void dropout(float dropout) {
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is a share from 0 to below 1, found " + dropout);
    }
  }
}
