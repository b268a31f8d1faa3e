package heed.evaluation;

import java.util.Arrays;

/**
 * The lists that a recommender gave, one per question, in one flat array.
 *
 * @param k places in a list
 * @param items item numbers, the list of question q at q k to q k + k, best first; 0 where a list
 *     is shorter
 */
public record TopLists(int k, int[] items) {

  public TopLists {
    if (k < 1 || items.length % k != 0) {
      throw new IllegalArgumentException(
          "lists of " + k + " places need a multiple of it, found " + items.length + " items");
    }
    items = items.clone();
  }

  @Override
  public int[] items() {
    return items.clone();
  }

  /** How many lists there are. */
  public int size() {
    return items.length / k;
  }

  /** The items of a question's list, best first, at most k. */
  public int[] list(int question) {
    int from = question * k;
    int to = from;
    while (to < from + k && items[to] != 0) {
      to++;
    }
    return Arrays.copyOfRange(items, from, to);
  }

  boolean isEmpty(int question) {
    return items[question * k] == 0;
  }

  /** The first places of each list. */
  public TopLists first(int places) {
    if (places > k) {
      throw new IllegalArgumentException(
          "lists hold " + k + " places, asked for " + places + "; evaluate with longer lists");
    }
    int[] cut = new int[size() * places];
    for (int question = 0; question < size(); question++) {
      System.arraycopy(items, question * k, cut, question * places, places);
    }
    return new TopLists(places, cut);
  }

  /** How often each item stands in a list, by item number. */
  int[] exposure(int catalogue) {
    int[] exposure = new int[catalogue + 1];
    for (int item : items) {
      exposure[item]++;
    }
    exposure[0] = 0;
    return exposure;
  }

  @Override
  public String toString() {
    return size() + " lists of " + k + " items";
  }
}
