package heed.sequence;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A {@linkplain TimeWindow cut in time} whose test is the last period of the log and whose
 * validation is the one before it, each user being asked about once per period.
 *
 * @param period at least a second
 */
record NextPeriod(Duration period) implements Split {

  NextPeriod {
    if (period.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "a period is a second or longer, found "
              + period
              + "; choose such as Duration.ofDays(1)");
    }
  }

  @Override
  public String name() {
    return "next " + Durations.wordsOfOne(period) + ", " + Targets.TOGETHER.words;
  }

  @Override
  public Parts of(Sequences sequences) {
    sequences.requireTimes(name());
    if (sequences.events() == 0) {
      throw new IllegalArgumentException("there are no events to cut in time");
    }
    Instant until = Instant.ofEpochSecond(sequences.lastTime() + 1);
    Instant test = until.minus(period);
    Instant validation = test.minus(period);
    Instant from = Instant.ofEpochSecond(sequences.firstTime());
    if (!from.isBefore(validation)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "two periods of %s leave nothing to learn from: the events go from %s to %s; choose a"
                  + " shorter period",
              period,
              from,
              until));
    }
    Parts parts = new TimeWindow(from, validation, test, until, Targets.TOGETHER).of(sequences);
    return new Parts(name(), parts.train(), parts.validation(), parts.test(), parts.leaks());
  }
}
