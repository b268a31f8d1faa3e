package heed.sequence;

import java.time.Duration;

/**
 * Of each user with at least three baskets the last is the test, the one before it the validation;
 * users with fewer are trained on only. As Yu et al. 2016 ("A Dynamic Recurrent Model for Next
 * Basket Recommendation") hold back the last basket, whose items are all right answers.
 *
 * @param pause the longest between two events of one basket; 0 where they share a second
 */
record NextBasket(Duration pause) implements Split {

  @Override
  public String name() {
    return pause.isZero()
        ? "next basket, events at the same second"
        : "next session, pauses of up to " + pause;
  }

  @Override
  public Parts of(Sequences sequences) {
    sequences.requireTimes(name());
    int[] ends = new int[sequences.size()];
    Holdout.Builder validation = new Holdout.Builder(sequences);
    Holdout.Builder test = new Holdout.Builder(sequences);
    for (int user = 0; user < ends.length; user++) {
      int end = sequences.length(user);
      int last = startOfBasket(sequences, user, end);
      int before = startOfBasket(sequences, user, last);
      if (before > 0) {
        validation.ask(user, 0, before, last);
        test.ask(user, 0, last, end);
      }
      ends[user] = before > 0 ? before : end;
    }
    return Parts.of(
        this,
        sequences.slice(new int[ends.length], ends),
        validation.build(),
        test.build(),
        "users with fewer than 3 baskets cannot be tested");
  }

  /** The position of the first event of the basket that ends before a position. */
  private int startOfBasket(Sequences sequences, int user, int end) {
    int start = Math.max(0, end - 1);
    while (start > 0
        && sequences.time(user, start) - sequences.time(user, start - 1) <= pause.toSeconds()) {
      start--;
    }
    return start;
  }
}
