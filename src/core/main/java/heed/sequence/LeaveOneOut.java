package heed.sequence;

/**
 * Leave-one-out, as SASRec's and BERT4Rec's papers split: of each user with at least three events
 * the last is the test, the last but one the validation. Shorter histories are trained on only.
 */
record LeaveOneOut() implements Split {

  private static final int SHORTEST = 3;

  @Override
  public String name() {
    return "leave-one-out";
  }

  @Override
  public Parts of(Sequences sequences) {
    int[] ends = new int[sequences.size()];
    Holdout.Builder validation = new Holdout.Builder(sequences);
    Holdout.Builder test = new Holdout.Builder(sequences);
    for (int user = 0; user < ends.length; user++) {
      int length = sequences.length(user);
      if (length >= SHORTEST) {
        validation.ask(user, 0, length - 2);
        test.ask(user, 0, length - 1);
      }
      ends[user] = length >= SHORTEST ? length - 2 : length;
    }
    return Parts.of(
        this,
        sequences.slice(new int[ends.length], ends),
        validation.build(),
        test.build(),
        "users with fewer than 3 events cannot be tested");
  }
}
