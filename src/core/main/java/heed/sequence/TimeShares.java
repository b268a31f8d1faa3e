package heed.sequence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A {@linkplain TimeWindow cut in time} whose moments are found from shares of all events. Events
 * at the moment of a cut fall behind it, so that a share may come out a little smaller.
 *
 * @param train share of events that is learnt from, above 0
 * @param validation share of events that is validated on, above 0; with {@code train} below 1
 * @param targets which events of a period are asked about
 */
public record TimeShares(double train, double validation, Targets targets) implements Split {

  public TimeShares {
    if (!(train > 0 && validation > 0 && train + validation < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the shares to learn from and to validate on are above 0 and below 1 together, found"
                  + " %s and %s; the rest is the test",
              train,
              validation));
    }
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "cut in time after %s and %s of the events, %s",
        percent(train),
        percent(train + validation),
        targets.words);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  @Override
  public Parts of(Sequences sequences) {
    sequences.requireTimes(name());
    long[] times = sequences.times();
    if (times.length == 0) {
      throw new IllegalArgumentException("there are no events to cut in time");
    }
    Arrays.sort(times);
    long first = times[(int) (train * times.length)];
    long second = times[(int) ((train + validation) * times.length)];
    if (times[0] == first || first == second) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "too many events share a moment to cut %,d events at %s and %s; choose other shares",
              times.length,
              Instant.ofEpochSecond(first),
              Instant.ofEpochSecond(second)));
    }
    Parts parts =
        new TimeWindow(
                Instant.ofEpochSecond(times[0]),
                Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(second),
                Instant.ofEpochSecond(times[times.length - 1] + 1),
                targets)
            .of(sequences);
    return new Parts(name(), parts.train(), parts.validation(), parts.test(), parts.leaks());
  }
}
