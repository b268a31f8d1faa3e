package heed.features.fitting;

import heed.log.Ids;
import heed.log.Interactions;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Users, items and the moments at which a question about both is asked: the events of a log, or
 * pairs that never happened.
 *
 * @param users who
 * @param items and which item
 * @param times when, in milliseconds since 1970
 */
public record Moments(Ids users, Ids items, long[] times) {

  public Moments {
    times = times.clone();
    if (users.size() != times.length || items.size() != times.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "moments need a user, an item and a time each, found %,d, %,d and %,d",
              users.size(),
              items.size(),
              times.length));
    }
  }

  /** The events of a log, in its order. */
  public static Moments of(Interactions log) {
    return new Moments(
        log.users(), log.items(), IntStream.range(0, log.size()).mapToLong(log::time).toArray());
  }

  @Override
  public long[] times() {
    return times.clone();
  }

  /** How many there are. */
  public int size() {
    return times.length;
  }
}
