package heed.sequence;

import heed.log.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a split does not keep apart: the ways in which a test could flatter or wrong a model.
 * Measured from the parts themselves, so it holds for anybody's split.
 *
 * @param questions how many questions the test has
 * @param targets how many right answers they have together
 * @param targetsInTraining how many targets, as the very event, stand in the training part; above 0
 *     the test is worth nothing
 * @param futureInHistory how many histories hold an event later than their first target; above 0
 *     likewise
 * @param afterTheTarget how many targets lie before the last training event, so that a model has
 *     learnt from a time it is asked to foresee; 0 where the log has no times, which cannot tell
 * @param unseenItems how many targets are of items that the training part does not hold
 * @param repeats how many targets are of items that stand in their own history
 */
public record Leaks(
    int questions,
    int targets,
    int targetsInTraining,
    int futureInHistory,
    int afterTheTarget,
    int unseenItems,
    int repeats) {

  /** Of questions with one right answer each. */
  public Leaks(
      int questions,
      int targetsInTraining,
      int futureInHistory,
      int afterTheTarget,
      int unseenItems,
      int repeats) {
    this(
        questions,
        questions,
        targetsInTraining,
        futureInHistory,
        afterTheTarget,
        unseenItems,
        repeats);
  }

  /**
   * Measures the leaks between a training part and a test.
   *
   * @param train the training part
   * @param test questions whose user numbers are those of {@code train}
   * @throws IllegalArgumentException if the two are of different catalogues
   */
  public static Leaks of(Sequences train, Holdout test) {
    requireSameCatalogue(train, test);
    boolean[] seen = seenItems(train);
    // Without times, the order of rows says nothing of two users.
    long end = train.hasTimes() ? train.lastTime() : Long.MIN_VALUE;
    int[] targets = test.targets();
    int[] users = test.users();
    long[] times = test.times();
    int inTraining = 0;
    int future = 0;
    int after = 0;
    int unseen = 0;
    int repeats = 0;
    int[] offsets = test.offsets();
    for (int q = 0; q < users.length; q++) {
      History history = test.histories().get(q);
      future += history.length() > 0 && history.time(history.length() - 1) > test.time(q) ? 1 : 0;
      for (int i = offsets[q]; i < offsets[q + 1]; i++) {
        inTraining += holds(train, users[q], targets[i], times[i]) ? 1 : 0;
        after += times[i] < end ? 1 : 0;
        unseen += seen[targets[i]] ? 0 : 1;
        repeats += holds(history, targets[i]) ? 1 : 0;
      }
    }
    return new Leaks(users.length, targets.length, inTraining, future, after, unseen, repeats);
  }

  static void requireSameCatalogue(Sequences train, Holdout test) {
    if (test.size() > 0) {
      train.catalogue().requireSame(test.catalogue(), "the training part", "the test");
    }
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
    add(found, targetsInTraining, targets, "target", " stands", "s stand", " in the training part");
    add(
        found,
        futureInHistory,
        questions,
        "histor",
        "y holds",
        "ies hold",
        " an event later than their target");
    add(
        found,
        afterTheTarget,
        targets,
        "target",
        " lies",
        "s lie",
        " before the last training event: a model learns from what others did later");
    add(
        found,
        unseenItems,
        targets,
        "target",
        " is",
        "s are",
        " of items that the training part does not hold");
    add(found, repeats, targets, "target", " repeats", "s repeat", " an item of their history");
    return found;
  }

  /**
   * @param one what follows the noun where there is one of all
   * @param more what follows it where there are several
   */
  private static void add(
      List<String> found, int count, int of, String noun, String one, String more, String what) {
    if (count > 0) {
      found.add(
          String.format(Locale.ROOT, "%,d of %s", count, Counted.of(of, noun + one, noun + more))
              + what);
    }
  }

  @Override
  public String toString() {
    return sentences().isEmpty() ? "no leak found" : String.join("; ", sentences());
  }
}
