package heed.evaluation;

import heed.sequence.History;
import java.util.Arrays;
import java.util.List;

/**
 * What lists are like beside being right: as pure functions. None is good or bad by itself; what
 * they are for is to see what a gain in accuracy was bought with. {@link ListMeasure} applies them
 * to answers.
 */
public final class BeyondAccuracy {

  /** Keeps the divergence finite where a list lacks a category of the history: Steck 2018. */
  private static final double SMOOTHING = .01;

  private BeyondAccuracy() {}

  /**
   * Catalogue coverage: |items in any list| / N, in [0, 1].
   *
   * @param items how many there are: N
   */
  public static double coverage(TopLists lists, int items) {
    long shown = Arrays.stream(lists.exposure(items)).filter(count -> count > 0).count();
    return (double) shown / items;
  }

  /**
   * The Gini coefficient of how often each item is shown: with counts x<sub>1</sub> &lt;= ... &lt;=
   * x<sub>N</sub> it is sum of (2 i - N - 1) x<sub>i</sub> / (N sum of x<sub>i</sub>), in [0, 1). 0
   * where all items are shown alike; 1 - k / N where all get the same list of k. NaN if nothing is
   * shown.
   */
  public static double gini(TopLists lists, int items) {
    int[] counts = Arrays.copyOfRange(lists.exposure(items), 1, items + 1);
    Arrays.sort(counts);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < items; i++) {
      weighted += (2.0 * (i + 1) - items - 1) * counts[i];
      total += counts[i];
    }
    return weighted / (items * total);
  }

  /**
   * Novelty of a list: the mean of -log2(users who took the item / users), in bits. An item that
   * nobody took counts as if one had. Mean self-information: Zhou et al. 2010.
   */
  public static double novelty(int[] list, ItemCounts counts) {
    double all = counts.activeUsers();
    return mean(list, item -> -log2(Math.max(1, counts.users(item)) / all));
  }

  /**
   * Diversity within a list: the mean distance over its pairs; 0 for fewer than two items. Smyth
   * and McClave 2001.
   */
  public static double diversity(int[] list, ItemDistance distance) {
    double sum = 0;
    for (int i = 0; i < list.length; i++) {
      for (int j = i + 1; j < list.length; j++) {
        sum += distance.between(list[i], list[j]);
      }
    }
    return list.length < 2 ? 0 : sum / (list.length * (list.length - 1) / 2.0);
  }

  /**
   * Serendipity of a list: relevant, and not what everybody would have got. The mean over its
   * places of max(0, p - q) at the target and 0 elsewhere, where p = (N + 1 - rank in the list) / N
   * and q = (N + 1 - rank by popularity) / N, q = 0 for an item without training events. As
   * RecTools defines it.
   *
   * @param target the item that truly came next
   */
  public static double serendipity(int[] list, int target, ItemCounts counts) {
    int items = counts.items();
    for (int i = 0; i < list.length; i++) {
      if (list[i] == target) {
        int popularity = counts.rank(target);
        double here = (double) (items - i) / items;
        double anywhere = popularity == 0 ? 0 : (items + 1.0 - popularity) / items;
        return Math.max(0, here - anywhere) / list.length;
      }
    }
    return 0;
  }

  /** Serendipity of a list where several items are relevant: the sum of that of each. */
  public static double serendipity(int[] list, int[] targets, ItemCounts counts) {
    double sum = 0;
    for (int target : targets) {
      sum += serendipity(list, target, counts);
    }
    return sum;
  }

  /**
   * Popularity lift: by how much the items shown are more popular than those the users chose
   * themselves. (G<sub>shown</sub> - G<sub>own</sub>) / G<sub>own</sub>, with G the mean over users
   * of the mean popularity of their items: Abdollahpouri et al. 2019. 0: as popular; 1: twice so.
   * Questions with an empty history, or of items that nobody took, are left out.
   */
  public static double popularityLift(TopLists lists, List<History> histories, ItemCounts counts) {
    double shown = 0;
    double own = 0;
    for (int question = 0; question < lists.size(); question++) {
      int[] list = lists.list(question);
      int[] history = histories.get(question).items();
      if (list.length > 0 && history.length > 0) {
        shown += mean(list, counts::events);
        own += mean(history, counts::events);
      }
    }
    return (shown - own) / own;
  }

  /**
   * Miscalibration of a list: how far its categories are from those of the history. KL(p || q~) =
   * sum of p(g) log2(p(g) / q~(g)), in bits, with q~ = (1 - a) q + a p and a = 0.01: Steck 2018,
   * with equal weights. 0 where a user gets her own mixture. NaN if nothing is known of either
   * side.
   */
  public static double miscalibration(int[] list, int[] history, Categories categories) {
    double[] own = categories.shares(history);
    double[] shown = categories.shares(list);
    if (Arrays.stream(own).sum() == 0 || Arrays.stream(shown).sum() == 0) {
      return Double.NaN;
    }
    double divergence = 0;
    for (int g = 0; g < own.length; g++) {
      double smoothed = (1 - SMOOTHING) * shown[g] + SMOOTHING * own[g];
      divergence += own[g] == 0 ? 0 : own[g] * log2(own[g] / smoothed);
    }
    return divergence;
  }

  /** Repeat rate of a list: the share of its items that the history holds. */
  public static double repeatRate(int[] list, History history) {
    int[] held = history.items();
    Arrays.sort(held);
    return mean(list, item -> Arrays.binarySearch(held, item) >= 0 ? 1 : 0);
  }

  private interface OfItem {
    double of(int item);
  }

  private static double mean(int[] list, OfItem value) {
    double sum = 0;
    for (int item : list) {
      sum += value.of(item);
    }
    return list.length == 0 ? 0 : sum / list.length;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
