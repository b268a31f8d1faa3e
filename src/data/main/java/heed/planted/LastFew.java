package heed.planted;

/**
 * One of the last few.
 *
 * @param few at least 1
 */
record LastFew(int few) implements Rule {

  public LastFew {
    if (few < 1) {
      throw new IllegalArgumentException("a local rule sees at least 1 item, found " + few);
    }
  }

  @Override
  public String name() {
    return "one of the last " + few + " items decides";
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    return Span.any(Math.max(0, past.length() - few), past.length());
  }
}
