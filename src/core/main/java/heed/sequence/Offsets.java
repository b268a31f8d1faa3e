package heed.sequence;

import java.util.Locale;

/** Where the events of each user begin in flat arrays, and behind the last where they end. */
final class Offsets {

  private Offsets() {}

  static int[] of(int[] lengths) {
    int[] offsets = new int[lengths.length + 1];
    for (int user = 0; user < lengths.length; user++) {
      offsets[user + 1] = offsets[user] + lengths[user];
    }
    return offsets;
  }

  /** Refuses what are no offsets of so many users and events. */
  static void require(int[] offsets, int users, int events) {
    boolean fits = offsets.length == users + 1 && offsets[0] == 0 && offsets[users] == events;
    for (int user = 0; fits && user < users; user++) {
      fits = offsets[user] <= offsets[user + 1];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the offsets of %,d users with %,d events are %,d ascending numbers from 0 to the"
                  + " number of events, found %,d numbers that are not",
              users,
              events,
              users + 1L,
              offsets.length));
    }
  }
}
