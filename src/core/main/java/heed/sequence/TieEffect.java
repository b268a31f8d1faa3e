package heed.sequence;

import heed.log.Interactions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How much of a test hangs on the order of events at the same moment, which nobody knows and a seed
 * draws.
 *
 * @param questions how many questions the test has under the first seed
 * @param changed how many of them have other targets under another of the seeds, each counted once
 * @param seeds the seeds compared
 */
public record TieEffect(int questions, int changed, List<Long> seeds) {

  public TieEffect {
    seeds = List.copyOf(seeds);
  }

  /**
   * Parts a log under several seeds and compares the targets of the tests.
   *
   * @param seeds at least two
   */
  public static TieEffect of(Interactions log, Split split, long... seeds) {
    if (seeds.length < 2) {
      throw new IllegalArgumentException(
          "the effect of the seed shows between at least two, found " + seeds.length);
    }
    Holdout first = split.of(Sequences.of(log, seeds[0])).test();
    boolean[] changed = new boolean[first.size()];
    for (int i = 1; i < seeds.length; i++) {
      mark(changed, first, split.of(Sequences.of(log, seeds[i])).test());
    }
    int count = 0;
    for (boolean one : changed) {
      count += one ? 1 : 0;
    }
    return new TieEffect(first.size(), count, LongStream.of(seeds).boxed().toList());
  }

  /** Marks the questions that differ; a question is a user and how much of her is known. */
  private static void mark(boolean[] changed, Holdout first, Holdout other) {
    Map<Long, int[]> targets = new HashMap<>();
    int[] otherUsers = other.users();
    for (int i = 0; i < otherUsers.length; i++) {
      targets.put(key(otherUsers[i], other.histories().get(i)), ascending(other.targets(i)));
    }
    int[] firstUsers = first.users();
    for (int i = 0; i < firstUsers.length; i++) {
      int[] there = targets.get(key(firstUsers[i], first.histories().get(i)));
      changed[i] |= there == null || !Arrays.equals(there, ascending(first.targets(i)));
    }
  }

  private static int[] ascending(int[] targets) {
    Arrays.sort(targets); // A copy: which came first at the same moment is what a seed draws.
    return targets;
  }

  private static long key(int user, History history) {
    return ((long) user << 32) | history.length();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d targets (%.1f%%) change with the seed that orders ties",
        changed,
        questions,
        100.0 * changed / questions);
  }
}
