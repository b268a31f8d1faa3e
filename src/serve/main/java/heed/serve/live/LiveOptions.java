package heed.serve.live;

import java.time.Duration;
import java.util.Locale;

/**
 * How much of live users is kept in memory.
 *
 * @param mostUsers users with events; beyond, those without an event for the longest time go
 * @param mostEvents events of a user; beyond, the oldest go
 * @param expiry how long after a user's last event hers are forgotten
 */
public record LiveOptions(int mostUsers, int mostEvents, Duration expiry) {

  public LiveOptions {
    if (mostUsers < 1 || mostEvents < 1 || expiry.isNegative() || expiry.isZero()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "at least 1 user, 1 event and some time are kept; found %d, %d and %s",
              mostUsers,
              mostEvents,
              expiry));
    }
  }

  /** 100,000 users of 200 events, for a day: at most some 2 GB, and usually far less. */
  public static LiveOptions defaults() {
    return new LiveOptions(100_000, 200, Duration.ofDays(1));
  }

  public LiveOptions withMostUsers(int mostUsers) {
    return new LiveOptions(mostUsers, mostEvents, expiry);
  }

  public LiveOptions withMostEvents(int mostEvents) {
    return new LiveOptions(mostUsers, mostEvents, expiry);
  }

  public LiveOptions withExpiry(Duration expiry) {
    return new LiveOptions(mostUsers, mostEvents, expiry);
  }
}
