package heed.sequence;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The questions of a test by what the training part knows of them. Each question is in one of the
 * three. A question with several right answers is about a new item if one of them is new.
 *
 * @param known user and targets were all seen in training
 * @param newUsers the user was not seen in training, the targets were
 * @param newItems a target was not seen in training; a model with a vector per item cannot answer
 */
public record ColdStart(Holdout known, Holdout newUsers, Holdout newItems) {

  /**
   * Sorts the questions of a test.
   *
   * @param test questions whose user numbers are those of {@code train}
   * @throws IllegalArgumentException if the two are of different catalogues
   */
  public static ColdStart of(Sequences train, Holdout test) {
    Leaks.requireSameCatalogue(train, test);
    boolean[] seen = Leaks.seenItems(train);
    int[] users = test.users();
    boolean[] known = new boolean[users.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = IntStream.of(test.targets(i)).allMatch(target -> seen[target]);
    }
    return new ColdStart(
        test.where(i -> known[i] && train.length(users[i]) > 0),
        test.where(i -> known[i] && train.length(users[i]) == 0),
        test.where(i -> !known[i]));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d questions about known users and items, %,d about new users, %,d about new items",
        known.size(),
        newUsers.size(),
        newItems.size());
  }
}
