package heed.sequence;

/**
 * Of each user with more than 2 k events the last k are the test, the k before them the validation;
 * shorter histories are trained on only.
 *
 * @param k how many events are asked for at once, at least 1
 */
record NextEvents(int k) implements Split {

  NextEvents {
    if (k < 1) {
      throw new IllegalArgumentException("at least 1 event is asked for, found " + k);
    }
  }

  @Override
  public String name() {
    return k == 1 ? "next event" : "next " + k + " events at once";
  }

  @Override
  public Parts of(Sequences sequences) {
    int[] ends = new int[sequences.size()];
    Holdout.Builder validation = new Holdout.Builder(sequences);
    Holdout.Builder test = new Holdout.Builder(sequences);
    for (int user = 0; user < ends.length; user++) {
      int length = sequences.length(user);
      boolean asked = length / 2 >= k && length > 2 * k;
      if (asked) {
        validation.ask(user, 0, length - 2 * k, length - k);
        test.ask(user, 0, length - k, length);
      }
      ends[user] = asked ? length - 2 * k : length;
    }
    return Parts.of(
        this,
        sequences.slice(new int[ends.length], ends),
        validation.build(),
        test.build(),
        "users with fewer than " + (2L * k + 1) + " events cannot be tested; choose a smaller k");
  }
}
