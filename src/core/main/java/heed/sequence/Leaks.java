package heed.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * What a split does not keep apart: the ways in which a test could flatter or wrong a model.
 * Measured from the parts themselves, so it holds for anybody's split.
 *
 * @param questions how many questions the test has
 * @param targetsInTraining how many targets, as the very event, stand in the training part; above 0
 *     the test is worth nothing
 * @param futureInHistory how many histories hold an event later than their target; above 0 likewise
 * @param afterTheTarget how many targets lie before the last training event, so that a model has
 *     learnt from a time it is asked to foresee
 * @param unseenItems how many targets are of items that the training part does not hold
 * @param repeats how many targets are of items that stand in their own history
 */
public record Leaks(
    int questions,
    int targetsInTraining,
    int futureInHistory,
    int afterTheTarget,
    int unseenItems,
    int repeats) {

  /**
   * Measures the leaks between a training part and a test.
   *
   * @param train the training part
   * @param test questions whose user numbers are those of {@code train}
   */
  public static Leaks of(Sequences train, Holdout test) {
    boolean[] seen = seenItems(train);
    long end = train.lastTime();
    int[] targets = test.targets();
    int[] users = test.users();
    long[] times = test.times();
    int inTraining = 0;
    int future = 0;
    int after = 0;
    int unseen = 0;
    int repeats = 0;
    for (int i = 0; i < targets.length; i++) {
      History history = test.histories().get(i);
      inTraining += holds(train, users[i], targets[i], times[i]) ? 1 : 0;
      future += history.length() > 0 && history.time(history.length() - 1) > times[i] ? 1 : 0;
      after += times[i] < end ? 1 : 0;
      unseen += seen[targets[i]] ? 0 : 1;
      repeats += holds(history, targets[i]) ? 1 : 0;
    }
    return new Leaks(targets.length, inTraining, future, after, unseen, repeats);
  }

  /** Which items have a training event, by item number. */
  static boolean[] seenItems(Sequences train) {
    boolean[] seen = new boolean[train.catalogue().size() + 1];
    for (int user = 0; user < train.size(); user++) {
      for (int i = 0; i < train.length(user); i++) {
        seen[train.item(user, i)] = true;
      }
    }
    return seen;
  }

  private static boolean holds(Sequences train, int user, int item, long time) {
    for (int i = 0; user < train.size() && i < train.length(user); i++) {
      if (train.item(user, i) == item && train.time(user, i) == time) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(History history, int item) {
    for (int i = 0; i < history.length(); i++) {
      if (history.item(i) == item) {
        return true;
      }
    }
    return false;
  }

  /** Whether a model could have learnt what it is asked. */
  public boolean any() {
    return targetsInTraining + futureInHistory + afterTheTarget > 0;
  }

  /** One sentence for each leak there is, the worst first. */
  public List<String> sentences() {
    List<String> found = new ArrayList<>();
    add(found, targetsInTraining, "targets stand in the training part");
    add(found, futureInHistory, "histories hold an event later than their target");
    add(
        found,
        afterTheTarget,
        "targets lie before the last training event: a model learns from what others did later");
    add(found, unseenItems, "targets are of items that the training part does not hold");
    add(found, repeats, "targets repeat an item of their history");
    return found;
  }

  private void add(List<String> found, int count, String what) {
    if (count > 0) {
      found.add(String.format("%,d of %,d %s", count, questions, what));
    }
  }

  @Override
  public String toString() {
    return sentences().isEmpty() ? "no leak found" : String.join("; ", sentences());
  }
}
