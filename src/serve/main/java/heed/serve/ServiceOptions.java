package heed.serve;

import java.time.Duration;
import java.util.Locale;

/**
 * How a service works.
 *
 * @param workers threads that score, one core each
 * @param mostAtOnce requests that one worker scores together when several wait
 * @param mostWaiting requests that may wait; one more is refused by an {@link OverloadedException}
 * @param deadline how long an answer is of use where the request does not say
 * @param longestHistory events of a request that are read, the latest; older ones are passed over
 * @param warmUp how long a model is exercised before it answers for the first time
 */
public record ServiceOptions(
    int workers,
    int mostAtOnce,
    int mostWaiting,
    Duration deadline,
    int longestHistory,
    Duration warmUp) {

  public ServiceOptions {
    if (workers < 1 || mostAtOnce < 1 || mostWaiting < 1 || longestHistory < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a service has at least 1 worker, scores at least 1 request at once, lets at least 1"
                  + " wait and reads at least 1 event; found %d, %d, %d and %d",
              workers,
              mostAtOnce,
              mostWaiting,
              longestHistory));
    }
    if (deadline.isZero() || deadline.isNegative() || warmUp.isNegative()) {
      throw new IllegalArgumentException(
          "a deadline is above 0 and a warm-up at least 0, found " + deadline + " and " + warmUp);
    }
  }

  /** A worker for each core, one second for an answer. */
  public static ServiceOptions defaults() {
    return new ServiceOptions(
        Runtime.getRuntime().availableProcessors(),
        32,
        1_024,
        Duration.ofSeconds(1),
        1_000,
        Duration.ofMillis(300));
  }

  public ServiceOptions withWorkers(int workers) {
    return new ServiceOptions(workers, mostAtOnce, mostWaiting, deadline, longestHistory, warmUp);
  }

  public ServiceOptions withMostAtOnce(int mostAtOnce) {
    return new ServiceOptions(workers, mostAtOnce, mostWaiting, deadline, longestHistory, warmUp);
  }

  public ServiceOptions withMostWaiting(int mostWaiting) {
    return new ServiceOptions(workers, mostAtOnce, mostWaiting, deadline, longestHistory, warmUp);
  }

  public ServiceOptions withDeadline(Duration deadline) {
    return new ServiceOptions(workers, mostAtOnce, mostWaiting, deadline, longestHistory, warmUp);
  }

  public ServiceOptions withLongestHistory(int longestHistory) {
    return new ServiceOptions(workers, mostAtOnce, mostWaiting, deadline, longestHistory, warmUp);
  }

  public ServiceOptions withWarmUp(Duration warmUp) {
    return new ServiceOptions(workers, mostAtOnce, mostWaiting, deadline, longestHistory, warmUp);
  }
}
