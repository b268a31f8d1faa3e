package heed.planted;

/** The item in the same place of the session before. */
record SamePlace() implements Rule {

  @Override
  public String name() {
    return "the item in the same place of the session before decides";
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    int start = opens ? past.length() : past.sessionStart(past.length() - 1);
    int before = past.sessionStart(start - 1);
    int place = past.length() - start;
    return before + place < start ? Span.at(before + place) : Span.EMPTY;
  }
}
