package heed.recipe;

import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a recipe looks at in a log.
 *
 * @param users who have events
 * @param items of the catalogue
 * @param events of all users
 * @param longUser a length that 19 of 20 users do not exceed
 */
public record LogShape(int users, int items, int events, int longUser) {

  /** The shape of the training part of a split. */
  public static LogShape of(Sequences train) {
    int[] lengths =
        IntStream.range(0, train.size())
            .map(train::length)
            .filter(length -> length > 0)
            .sorted()
            .toArray();
    int longUser = lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * 19 / 20];
    return new LogShape(
        lengths.length, train.catalogue().size(), Arrays.stream(lengths).sum(), longUser);
  }

  /** Events per user, on average. */
  public double meanLength() {
    return users == 0 ? 0 : (double) events / users;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d users, %,d items, %,d events (%.1f per user, %.3f%% of all pairs)",
        users,
        items,
        events,
        meanLength(),
        100.0 * events / Math.max(1L, (long) users * items));
  }
}
