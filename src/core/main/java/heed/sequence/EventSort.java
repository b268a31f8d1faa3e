package heed.sequence;

import java.util.Arrays;
import java.util.List;

/** Sorts one user's events by time, ties by a number drawn for each, in place. */
final class EventSort {

  /** Below so many events, moving each into its place is faster than parting them. */
  private static final int SHORT = 16;

  private static final long MILLISECONDS = 1_000;

  private final int[] items;
  private final long[] times;
  private final long[] ties;

  /** Of each event; empty where none is told. */
  private final int[] types;

  private EventSort(int[] items, long[] times, long[] ties, int[] types) {
    this.items = items;
    this.times = times;
    this.ties = ties;
    this.types = types;
  }

  /**
   * Sorts the events of each user, ties by a hash of seed, user and item, and where these are the
   * same by their type.
   *
   * @param times milliseconds since 1970, which become seconds
   * @param types the type of each event from -1 on; empty where none is told
   */
  static void sort(
      List<String> users, int[] offsets, int[] items, long[] times, int[] types, long seed) {
    long[] ties = new long[items.length];
    for (int user = 0; user < users.size(); user++) {
      int id = users.get(user).hashCode();
      for (int position = offsets[user]; position < offsets[user + 1]; position++) {
        int type = types.length == 0 ? 0 : types[position] + 1;
        ties[position] = SeededHash.of(seed, id, items[position]) + type;
      }
      new EventSort(items, times, ties, types).quick(offsets[user], offsets[user + 1] - 1);
    }
    Arrays.setAll(times, i -> Math.floorDiv(times[i], MILLISECONDS));
  }

  /** Sorts the events from one place until before another. */
  static void sort(int from, int to, int[] items, long[] times, long[] ties) {
    new EventSort(items, times, ties, new int[0]).quick(from, to - 1);
  }

  /** Quicksort around the median of three; the shorter side first, so that the stack stays low. */
  private void quick(int low, int high) {
    int first = low;
    int last = high;
    while (last - first >= SHORT) {
      int middle = part(first, last);
      if (middle - first < last - middle) {
        quick(first, middle);
        first = middle + 1;
      } else {
        quick(middle + 1, last);
        last = middle;
      }
    }
    insert(first, last);
  }

  /** Hoare's partition: what is at most the pivot stands up to the place returned. */
  private int part(int first, int last) {
    int pivot = medianOfThree(first, (first + last) >>> 1, last);
    long time = times[pivot];
    long tie = ties[pivot];
    int left = first - 1;
    int right = last + 1;
    while (true) {
      do {
        left++;
      } while (compare(times[left], ties[left], time, tie) < 0);
      do {
        right--;
      } while (compare(times[right], ties[right], time, tie) > 0);
      if (left >= right) {
        return Math.min(right, last - 1);
      }
      swap(left, right);
    }
  }

  private int medianOfThree(int a, int b, int c) {
    if (compare(times[a], ties[a], times[b], ties[b]) > 0) {
      return medianOfThree(b, a, c);
    }
    if (compare(times[b], ties[b], times[c], ties[c]) <= 0) {
      return b;
    }
    return compare(times[a], ties[a], times[c], ties[c]) <= 0 ? c : a;
  }

  private void insert(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      for (int j = i; j > first && compare(times[j - 1], ties[j - 1], times[j], ties[j]) > 0; j--) {
        swap(j - 1, j);
      }
    }
  }

  private static int compare(long time, long tie, long otherTime, long otherTie) {
    int told = Long.compare(time, otherTime);
    return told == 0 ? Long.compare(tie, otherTie) : told;
  }

  private void swap(int a, int b) {
    int item = items[a];
    items[a] = items[b];
    items[b] = item;
    long time = times[a];
    times[a] = times[b];
    times[b] = time;
    long tie = ties[a];
    ties[a] = ties[b];
    ties[b] = tie;
    if (types.length > 0) {
      int type = types[a];
      types[a] = types[b];
      types[b] = type;
    }
  }
}
