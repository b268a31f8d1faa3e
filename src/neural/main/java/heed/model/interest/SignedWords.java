package heed.model.interest;

import java.util.Arrays;

/**
 * Words with a weight each, which may be below 0. Immutable; the arrays are shared and never
 * changed.
 *
 * @param words their numbers, ascending
 * @param weights one per word
 */
record SignedWords(int[] words, double[] weights) {

  static final SignedWords NONE = new SignedWords(new int[0], new double[0]);

  static SignedWords of(int[] words, float[] weights) {
    double[] wide = new double[weights.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = weights[i];
    }
    return new SignedWords(words, wide);
  }

  int size() {
    return words.length;
  }

  int word(int place) {
    return words[place];
  }

  double weight(int place) {
    return weights[place];
  }

  double sum() {
    return Arrays.stream(weights).sum();
  }

  /**
   * The sum of these times a factor and others times theirs, without words of next to no weight.
   * Both lists are ascending, so one walk along them finds the union.
   */
  SignedWords plus(double times, SignedWords others, double theirTimes, double least) {
    if (others.size() == 0 && times == 1) {
      return this;
    }
    int[] union = new int[size() + others.size()];
    double[] sums = new double[union.length];
    int size = 0;
    int own = 0;
    int other = 0;
    while (own < size() || other < others.size()) {
      int word =
          Math.min(
              own < size() ? words[own] : Integer.MAX_VALUE,
              other < others.size() ? others.words[other] : Integer.MAX_VALUE);
      union[size] = word;
      if (own < size() && words[own] == word) {
        sums[size] += times * weights[own++];
      }
      if (other < others.size() && others.words[other] == word) {
        sums[size] += theirTimes * others.weights[other++];
      }
      if (Math.abs(sums[size]) > least) {
        size++;
      } else {
        sums[size] = 0;
      }
    }
    return new SignedWords(Arrays.copyOf(union, size), Arrays.copyOf(sums, size));
  }

  /** Only those that weigh more than this; these themselves if all do. */
  SignedWords above(double least) {
    int all = 0;
    while (all < size() && weights[all] > least) { // Nearly always; nothing is copied then.
      all++;
    }
    if (all == size()) {
      return this;
    }
    int[] above = new int[size()];
    double[] theirs = new double[size()];
    int size = 0;
    for (int i = 0; i < size(); i++) {
      if (weights[i] > least) {
        above[size] = words[i];
        theirs[size++] = weights[i];
      }
    }
    return new SignedWords(Arrays.copyOf(above, size), Arrays.copyOf(theirs, size));
  }

  /**
   * With another weight of some words, in place of what they weighed.
   *
   * @param some ascending
   * @param weight shared among them; 0 takes them out
   */
  SignedWords with(int[] some, double weight) {
    int[] others = Arrays.stream(words).filter(word -> !isIn(some, word)).toArray();
    double[] kept = new double[others.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = weights[Arrays.binarySearch(words, others[i])];
    }
    double[] each = new double[some.length];
    Arrays.fill(each, weight / some.length);
    return new SignedWords(others, kept).plus(1, new SignedWords(some, each), 1, 0);
  }

  private static boolean isIn(int[] some, int word) {
    return Arrays.binarySearch(some, word) >= 0;
  }

  /** The places of those that weigh most, heaviest first; equals in the order of their numbers. */
  int[] heaviest(int most) {
    int[] best = new int[Math.min(most, size())];
    for (int i = 0; i < size(); i++) {
      // One pass with a short list: training asks for a few at every event of every history.
      int place = Math.min(i, best.length);
      while (place > 0 && weights[best[place - 1]] < weights[i]) {
        place--;
      }
      if (place < best.length) {
        System.arraycopy(best, place, best, place + 1, Math.min(i, best.length - 1) - place);
        best[place] = i;
      }
    }
    return best;
  }
}
