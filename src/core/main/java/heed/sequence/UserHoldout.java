package heed.sequence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whole users are held back and asked for their last event: strong generalisation (Marlin 2004).
 * Needs recommenders that take a history, as all of ours do; those with a vector per user cannot
 * answer.
 *
 * @param validation share of the users with two events or more to validate on, above 0
 * @param test share of them to test on, above 0; the two below 1
 * @param seed decides, by a hash of the user's id, who is held back
 */
public record UserHoldout(double validation, double test, long seed) implements Split {

  /** A question needs something to be asked from. */
  private static final int SHORTEST = 2;

  public UserHoldout {
    if (!(validation > 0 && test > 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the shares of users to validate and to test on are above 0 and below 1 together,"
                  + " found %s and %s; the rest is learnt from",
              validation,
              test));
    }
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "%.0f%% of users held back to validate, %.0f%% to test, seed %d",
        100 * validation,
        100 * test,
        seed);
  }

  @Override
  public Parts of(Sequences sequences) {
    int[] ends = new int[sequences.size()];
    Arrays.setAll(ends, sequences::length);
    List<Integer> drawn = drawn(sequences);
    int tests = atLeastOne(test * drawn.size());
    int validations = atLeastOne(validation * drawn.size());
    Holdout.Builder validating = new Holdout.Builder(sequences);
    Holdout.Builder testing = new Holdout.Builder(sequences);
    for (int i = 0; i < Math.min(tests + validations, drawn.size()); i++) {
      int user = drawn.get(i);
      ends[user] = 0;
      (i < tests ? testing : validating).ask(user, 0, sequences.length(user) - 1);
    }
    return Parts.of(
        this,
        sequences.slice(new int[ends.length], ends),
        validating.build(),
        testing.build(),
        "users who are held back need at least 2 events, and somebody has to be left to learn"
            + " from");
  }

  /** The users who can be asked, in an order drawn by the seed. */
  private List<Integer> drawn(Sequences sequences) {
    return IntStream.range(0, sequences.size())
        .filter(user -> sequences.length(user) >= SHORTEST)
        .boxed()
        .sorted(
            Comparator.comparingLong(
                user -> SeededHash.of(seed, sequences.user(user).hashCode(), 0)))
        .toList();
  }

  private static int atLeastOne(double users) {
    return (int) Math.max(1, Math.round(users));
  }
}
