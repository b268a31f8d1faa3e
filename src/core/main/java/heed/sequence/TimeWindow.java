package heed.sequence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A cut in time: what came before {@code validation} is learnt from, what came from there to before
 * {@code test} is validated on, and the rest up to before {@code until} is the test. Events at the
 * same moment fall on the same side.
 *
 * @param from the first moment that counts
 * @param validation the first moment of the validation period
 * @param test the first moment of the test period
 * @param until the first moment that no longer counts
 * @param targets which events of a period are asked about
 */
public record TimeWindow(
    Instant from, Instant validation, Instant test, Instant until, Targets targets)
    implements Split {

  public TimeWindow {
    if (!(from.isBefore(validation) && validation.isBefore(test) && test.isBefore(until))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the moments of a cut follow one another: from, validation, test, until; found %s,"
                  + " %s, %s, %s",
              from,
              validation,
              test,
              until));
    }
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "learn from %s to %s, validate to %s, test to %s, %s",
        from,
        validation,
        test,
        until,
        targets.words);
  }

  @Override
  public Parts of(Sequences sequences) {
    sequences.requireTimes(name());
    int[] starts = new int[sequences.size()];
    int[] ends = new int[sequences.size()];
    Holdout.Builder validating = new Holdout.Builder(sequences);
    Holdout.Builder testing = new Holdout.Builder(sequences);
    for (int user = 0; user < ends.length; user++) {
      starts[user] = firstFrom(sequences, user, from);
      ends[user] = firstFrom(sequences, user, validation);
      int middle = firstFrom(sequences, user, test);
      ask(validating, user, starts[user], ends[user], middle);
      ask(testing, user, starts[user], middle, firstFrom(sequences, user, until));
    }
    return Parts.of(
        this,
        sequences.slice(starts, ends),
        validating.build(),
        testing.build(),
        "choose other moments, between the first event and the last");
  }

  /** Asks about a user's events at positions from {@code first} to before {@code end}. */
  private void ask(Holdout.Builder questions, int user, int start, int first, int end) {
    if (targets == Targets.TOGETHER) {
      if (first < end) {
        questions.ask(user, start, first, end);
      }
      return;
    }
    int begin = targets == Targets.LAST ? Math.max(first, end - 1) : first;
    int stop = targets == Targets.FIRST ? Math.min(first + 1, end) : end;
    for (int position = begin; position < stop; position++) {
      questions.ask(user, start, position);
    }
  }

  /** The position of a user's first event at or after a moment. */
  private static int firstFrom(Sequences sequences, int user, Instant moment) {
    int low = 0;
    int high = sequences.length(user);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sequences.time(user, middle) < moment.getEpochSecond()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static List<Split> sliding(Sequences sequences, int count, Duration train, Duration test) {
    if (count < 1 || train.toSeconds() < 1 || test.toSeconds() < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "sliding windows need a count of at least 1 and durations of at least a second, found"
                  + " %d, %s and %s",
              count,
              train,
              test));
    }
    sequences.requireTimes("sliding windows");
    List<Split> windows = new ArrayList<>();
    Instant until = Instant.ofEpochSecond(sequences.lastTime() + 1);
    for (int i = 0; i < count; i++) {
      Instant start = until.minus(test).minus(test);
      windows.add(
          new TimeWindow(start.minus(train), start, until.minus(test), until, Targets.EACH));
      until = until.minus(test);
    }
    Collections.reverse(windows);
    return List.copyOf(windows);
  }
}
