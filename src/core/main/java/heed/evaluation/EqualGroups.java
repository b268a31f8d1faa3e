package heed.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values cut into groups of about equally many neighbours; equal values stay together.
 *
 * @param values one per question
 * @param ends the largest value of each group, ascending
 */
record EqualGroups(long[] values, List<Long> ends) {

  /** Names a group by its smallest and its largest value. */
  interface Words {
    String of(long low, long high);
  }

  static EqualGroups of(long[] values, int groups) {
    if (groups < 1) {
      throw new IllegalArgumentException("at least 1 group is needed, found " + groups);
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    List<Long> ends = new ArrayList<>();
    for (int i = 1; i <= groups; i++) {
      long end = sorted[Math.max(0, (int) ((long) i * sorted.length / groups) - 1)];
      if (ends.isEmpty() || end > ends.get(ends.size() - 1)) {
        ends.add(end);
      }
    }
    return new EqualGroups(values, ends);
  }

  Segments segments(String name, Words words) {
    int[] group = new int[values.length];
    long[] lowest = new long[ends.size()];
    Arrays.fill(lowest, Long.MAX_VALUE);
    for (int i = 0; i < group.length; i++) {
      group[i] = groupOf(values[i]);
      lowest[group[i]] = Math.min(lowest[group[i]], values[i]);
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < lowest.length; i++) {
      labels.add(words.of(lowest[i], ends.get(i)));
    }
    return new Segments(name, labels, group);
  }

  private int groupOf(long value) {
    int group = 0;
    while (value > ends.get(group)) {
      group++;
    }
    return group;
  }
}
