package heed.sequence;

/**
 * Whole users are held back and asked for their last event: strong generalisation (Marlin 2004).
 * Needs recommenders that take a history, as all of ours do; those with a vector a user cannot
 * answer.
 *
 * @param validation share of users to validate on, above 0
 * @param test share of users to test on, above 0; the two below 1
 * @param seed decides, by a hash of the user's id, who is held back
 */
public record UserHoldout(double validation, double test, long seed) implements Split {

  /** A question needs something to be asked from. */
  private static final int SHORTEST = 2;

  public UserHoldout {
    if (!(validation > 0 && test > 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          String.format(
              "the shares of users to validate and to test on are above 0 and below 1 together,"
                  + " found %s and %s; the rest is learnt from",
              validation, test));
    }
  }

  @Override
  public String name() {
    return String.format(
        "%.0f%% of users held back to validate, %.0f%% to test, seed %d",
        100 * validation, 100 * test, seed);
  }

  @Override
  public Parts of(Sequences sequences) {
    int[] ends = new int[sequences.size()];
    Holdout.Builder validating = new Holdout.Builder(sequences);
    Holdout.Builder testing = new Holdout.Builder(sequences);
    for (int user = 0; user < ends.length; user++) {
      double place = SeededHash.share(seed, sequences.user(user).hashCode(), 0);
      int length = sequences.length(user);
      if (place >= validation + test) {
        ends[user] = length;
      } else if (length >= SHORTEST) {
        (place < test ? testing : validating).ask(user, 0, length - 1);
      }
    }
    return Parts.of(
        this,
        sequences.slice(new int[ends.length], ends),
        validating.build(),
        testing.build(),
        "choose larger shares; held-back users need at least 2 events");
  }
}
