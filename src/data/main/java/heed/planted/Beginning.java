package heed.planted;

import java.util.Locale;

/**
 * One of the first few, of the last item's topic.
 *
 * @param few at least 1
 * @param least fewest steps back, at least 1; 1 is the last event
 */
record Beginning(int few, int least) implements Rule {

  public Beginning {
    if (few < 1 || least < 1) {
      throw new IllegalArgumentException(
          "a beginning has at least 1 item, at least 1 step back, found " + few + " and " + least);
    }
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "of the first %d items the latest of the last item's topic, %d or more back, decides",
        few,
        least);
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    int last = past.length() - 1;
    for (int i = Math.min(few - 1, past.length() - least); i >= 0; i--) {
      if (past.topic(i) == past.topic(last)) {
        return Span.at(i);
      }
    }
    return Span.EMPTY;
  }
}
