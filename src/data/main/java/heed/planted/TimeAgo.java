package heed.planted;

import java.time.Duration;

/**
 * The latest of those met some time ago.
 *
 * @param least shortest time before the last event, above zero
 * @param most longest time before the last event
 */
record TimeAgo(Duration least, Duration most) implements Rule {

  public TimeAgo {
    if (least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "a rule of time looks back from above zero to as much or more, found "
              + least
              + " to "
              + most);
    }
  }

  @Override
  public String name() {
    return "the latest item met " + least + " to " + most + " before the last decides";
  }

  @Override
  public Span causes(PlantedPast past, boolean opens) {
    int to = past.length();
    while (to > 0 && age(past, to - 1) < least.toMillis()) {
      to--;
    }
    int from = to;
    while (from > 0 && age(past, from - 1) <= most.toMillis()) {
      from--;
    }
    return Span.latest(from, to);
  }

  private static long age(PlantedPast past, int position) {
    return past.time(past.length() - 1) - past.time(position);
  }
}
