package heed.sequence;

/**
 * The questions of a test by what the training part knows of them. Each question is in one of the
 * three.
 *
 * @param known user and target were both seen in training
 * @param newUsers the user was not seen in training, the target was
 * @param newItems the target was not seen in training; a model with a vector an item cannot answer
 */
public record ColdStart(Holdout known, Holdout newUsers, Holdout newItems) {

  /**
   * Sorts the questions of a test.
   *
   * @param test questions whose user numbers are those of {@code train}
   */
  public static ColdStart of(Sequences train, Holdout test) {
    boolean[] seen = Leaks.seenItems(train);
    int[] targets = test.targets();
    int[] users = test.users();
    return new ColdStart(
        test.where(i -> seen[targets[i]] && train.length(users[i]) > 0),
        test.where(i -> seen[targets[i]] && train.length(users[i]) == 0),
        test.where(i -> !seen[targets[i]]));
  }

  @Override
  public String toString() {
    return String.format(
        "%,d questions about known users and items, %,d about new users, %,d about new items",
        known.size(), newUsers.size(), newItems.size());
  }
}
