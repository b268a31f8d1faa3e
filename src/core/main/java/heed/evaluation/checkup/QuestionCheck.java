package heed.evaluation.checkup;

import heed.evaluation.Metric;
import heed.evaluation.Predictions;
import heed.log.Severity;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Looks for questions whose answer is known, met twice, or learnt from later. */
final class QuestionCheck {

  /** Less than one in so many says little of the rest. */
  private static final int FEW = 10;

  private final Sequences train;
  private final Holdout test;
  private final double[] values;
  private final int[][] targets;
  private final long[][] targetTimes;
  private final int[] users;

  /** When the first target of each question came. */
  private final long[] times;

  QuestionCheck(Split.Parts split, Predictions answers, Metric metric) {
    train = split.train();
    test = split.test();
    values = answers.each(metric);
    targets = new int[test.size()][];
    targetTimes = new long[test.size()][];
    times = new long[test.size()];
    users = test.users();
    int[] offsets = test.offsets();
    long[] all = test.times();
    for (int i = 0; i < targets.length; i++) {
      targets[i] = test.targets(i);
      targetTimes[i] = Arrays.copyOfRange(all, offsets[i], offsets[i + 1]);
      times[i] = test.time(i);
    }
  }

  List<Suspicion> suspicions() {
    long[] firstTimes = firstTimes();
    long end = Arrays.stream(lastTimes()).max().orElse(Long.MIN_VALUE);
    Set<List<Object>> met = new HashSet<>();
    boolean[] again = new boolean[targets.length];
    for (int i = 0; i < again.length; i++) {
      again[i] =
          !met.add(List.of(users[i], ascending(targets[i]), test.histories().get(i).hashCode()));
    }
    return List.of(
        without(
            "targets in training",
            Severity.WARN,
            this::isLearnt,
            "take the events asked about out of the training part"),
        without(
            "histories that hold a later event",
            Severity.WARN,
            i -> lastTime(test.histories().get(i)) > times[i],
            "cut each history at its target"),
        acrossUsers(
            "items of the future: targets whose item is in training, but only later",
            Severity.WARN,
            i -> IntStream.of(targets[i]).anyMatch(t -> isOfTheFuture(firstTimes[t], times[i])),
            "split by time: Split.byTime"),
        acrossUsers(
            "targets before the last training event",
            Severity.NOTE,
            i -> times[i] < end,
            "split by time, or give the check-up a way to fit anew to see what it is worth"),
        without("questions asked twice", Severity.WARN, i -> again[i], "Steps.dropDuplicates"),
        without(
            "targets that stand in their own history",
            Severity.NOTE,
            i ->
                IntStream.of(test.histories().get(i).items()).anyMatch(it -> holds(targets[i], it)),
            "Seen.KEPT lets them compete, holdout.newTargetsOnly() does not ask for them"));
  }

  /** What compares moments of several users, which the order of rows does not tell. */
  private Suspicion acrossUsers(String what, Severity ifAny, IntPredicate is, String remedy) {
    return train.hasTimes()
        ? without(what, ifAny, is, remedy)
        : new Suspicion(
            Severity.NOTE,
            what,
            "not known: the log has no times, and the order of its rows tells only what came first"
                + " for one user",
            OptionalDouble.empty(),
            "");
  }

  /** How many questions are so, and what the metric reads without them. */
  private Suspicion without(String what, Severity ifAny, IntPredicate is, String remedy) {
    int[] kept = IntStream.range(0, values.length).filter(i -> !is.test(i)).toArray();
    int found = values.length - kept.length;
    if (found == 0) {
      return new Suspicion(Severity.FINE, what, "none", OptionalDouble.empty(), "");
    }
    String words = String.format(Locale.ROOT, "%,d of %,d questions", found, values.length);
    if (kept.length * FEW < values.length) {
      String tooFew = words + "; too few are left to tell its effect";
      return new Suspicion(ifAny, what, tooFew, OptionalDouble.empty(), remedy);
    }
    OptionalDouble reads = IntStream.of(kept).mapToDouble(i -> values[i]).average();
    return new Suspicion(ifAny, what, words + "; without them", reads, remedy);
  }

  private boolean isLearnt(int question) {
    return IntStream.range(0, targets[question].length)
        .anyMatch(i -> isLearnt(users[question], targets[question][i], targetTimes[question][i]));
  }

  private boolean isLearnt(int user, int target, long time) {
    for (int i = 0; user < train.size() && i < train.length(user); i++) {
      if (train.item(user, i) == target && train.time(user, i) == time) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheFuture(long firstTime, long asked) {
    return firstTime > asked && firstTime != Long.MAX_VALUE;
  }

  private static boolean holds(int[] targets, int item) {
    return IntStream.of(targets).anyMatch(target -> target == item);
  }

  private static List<Integer> ascending(int[] targets) {
    return IntStream.of(targets).sorted().boxed().toList();
  }

  private static long lastTime(History history) {
    return history.length() == 0 ? Long.MIN_VALUE : history.time(history.length() - 1);
  }

  /** When each item first stands in the training part; the largest long where it does not. */
  private long[] firstTimes() {
    long[] first = new long[train.catalogue().size() + 1];
    Arrays.fill(first, Long.MAX_VALUE);
    for (int user = 0; user < train.size(); user++) {
      for (int i = 0; i < train.length(user); i++) {
        int item = train.item(user, i);
        first[item] = Math.min(first[item], train.time(user, i));
      }
    }
    return first;
  }

  /** When each user's training ends. */
  private long[] lastTimes() {
    return train.histories().stream().mapToLong(QuestionCheck::lastTime).toArray();
  }
}
