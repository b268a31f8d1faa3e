package heed.preparation;

import heed.log.Interactions;
import heed.log.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The log without users whose length or pace no person has; fitted, limits in events.
 *
 * <p>Length: a user is left out whose log count lies more than {@link #deviations} robust
 * deviations above the median. Lengths are skewed even as logarithms, so the deviation is taken
 * from the users above the median only: 1.4826 times the median of their distances to it, which for
 * a normal distribution is the standard deviation. (The usual median of all distances is 0 where
 * half of the users have one event, and too small after a k-core, which cuts off the short side.)
 *
 * <p>Pace: a user is left out who has more than {@link #perMinute} events within some minute. A log
 * whose times are whole minutes or days cannot tell, and is not judged by it.
 *
 * <p>Leaving users out moves the median, so that a second time may leave out more.
 *
 * @param deviations 6 by default: where lengths fall off as a power law, that is the longest 0.1%
 *     of users (half of 2 to the power of -1.4826 times 6), where they are log-normal, next to none
 * @param perMinute 60 by default: more than one per second, kept up for a minute. Of the 610 users
 *     of ml-latest-small two do that, with 64 and 392; the next has 57, half of them less than 12
 */
public record RemoveBots(double deviations, int perMinute) implements Step {

  private static final double FROM_MEDIAN_DISTANCE = 1.4826;
  private static final long MINUTE = 60_000;

  public RemoveBots {
    if (!(deviations > 0)) {
      throw new IllegalArgumentException(
          "a length is outlying by a positive number of deviations, found " + deviations);
    }
    if (perMinute < 1) {
      throw new IllegalArgumentException(
          "a user may have at least 1 event a minute, found " + perMinute);
    }
  }

  static RemoveBots defaults() {
    return new RemoveBots(6, 60);
  }

  /** Another limit of length; infinity for none. */
  public RemoveBots withDeviations(double number) {
    return new RemoveBots(number, perMinute);
  }

  /** Another limit of pace; {@link Integer#MAX_VALUE} for none. */
  public RemoveBots withPerMinute(int events) {
    return new RemoveBots(deviations, events);
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "without bots: longer by %s deviations, or more than %d events a minute",
        Values.shown(deviations),
        perMinute);
  }

  @Override
  public Step fitted(Interactions log) {
    return new BotLimits(longest(log.users().counts()), pace(log.events().times()));
  }

  @Override
  public Interactions of(Interactions log) {
    return fitted(log).of(log);
  }

  private OptionalLong longest(int[] counts) {
    double[] logs = Arrays.stream(counts).mapToDouble(Math::log).sorted().toArray();
    if (logs.length == 0 || Double.isInfinite(deviations)) {
      return OptionalLong.empty();
    }
    double median = Values.median(logs);
    double[] above =
        Arrays.stream(logs).filter(count -> count > median).map(count -> count - median).toArray();
    return above.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(
            (long) Math.exp(median + deviations * FROM_MEDIAN_DISTANCE * Values.median(above)));
  }

  private OptionalInt pace(long[] times) {
    boolean fine = Arrays.stream(times).anyMatch(time -> time % MINUTE != 0);
    return fine && perMinute < Integer.MAX_VALUE ? OptionalInt.of(perMinute) : OptionalInt.empty();
  }
}
