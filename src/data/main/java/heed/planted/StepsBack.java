package heed.planted;

/**
 * A fixed number of steps back.
 *
 * @param steps at least 1
 */
record StepsBack(int steps) implements Rule {

  public StepsBack {
    if (steps < 1) {
      throw new IllegalArgumentException("a rule looks at least 1 step back, found " + steps);
    }
  }

  @Override
  public String name() {
    return "the item " + steps + " back decides";
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    return Span.at(past.length() - steps);
  }
}
