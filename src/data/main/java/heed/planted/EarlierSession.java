package heed.planted;

/**
 * One of the items of a session.
 *
 * @param before how many sessions back: 0 the session of the next event, 1 the one before
 */
record EarlierSession(int before) implements Rule {

  public EarlierSession {
    if (before < 0) {
      throw new IllegalArgumentException("sessions are counted back from 0, found " + before);
    }
  }

  @Override
  public String name() {
    return before == 0
        ? "one of the items of the same session decides"
        : "one of the items of the session " + before + " before decides";
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    int to = past.length();
    int from = opens ? to : past.sessionStart(to - 1);
    for (int i = 0; i < before && to > 0; i++) {
      to = from;
      from = past.sessionStart(to - 1);
    }
    return Span.any(from, to);
  }
}
