package heed.planted;

/** No event decides. */
record NoRule() implements Rule {

  @Override
  public String name() {
    return "no rule";
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    return Span.EMPTY;
  }
}
