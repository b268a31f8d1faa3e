package heed.evaluation;

import heed.recommend.TargetRank;
import java.util.Locale;

/**
 * A measure of one answer, from where the relevant items stand in it; a recommender's figure is the
 * mean over questions ({@link Predictions#mean}).
 *
 * <p>In the equations R items are relevant to the question, r<sub>1</sub> &lt; r<sub>2</sub> &lt;
 * ... are their ranks from 1, h is how many of these are at most k, and n is how many items
 * competed. A next-item question has R = 1. A relevant item that no list can show, because it was
 * seen and seen items are left out, counts in R and has a rank for which {@link TargetRank#isNever}
 * holds; it is among no first k, however large k is.
 *
 * <p>A measure of your own implements {@link #name} and {@link #of(int[], int)}, best as a record,
 * so that two of the same settings are equal; it goes wherever ours do. It is to be pure: the same
 * ranks give the same value, on any thread.
 */
public interface Metric {

  /** As in a report: "NDCG@10". */
  String name();

  /**
   * The measure of one answer, in [0, 1], 1 the best.
   *
   * @param ranks of all relevant items, ascending, from 1; at least one; those that no list can
   *     show come last
   * @param candidates how many items competed, among them the relevant ones that can be shown
   * @throws IllegalArgumentException if the ranks are none, do not ascend, or one that can be shown
   *     leaves 1 to candidates
   */
  double of(int[] ranks, int candidates);

  /** The measure where one item is relevant. */
  default double of(int rank, int candidates) {
    return of(new int[] {rank}, candidates);
  }

  /** HR@k: 1 if h &gt; 0, else 0. */
  static Metric hitRate(int k) {
    return new HitRate(k);
  }

  /**
   * Precision@k: h / k. Short of k where fewer than k items are relevant, however good the list.
   */
  static Metric precision(int k) {
    return new Precision(k);
  }

  /** Recall@k: h / R. With one relevant item it is HR@k. */
  static Metric recall(int k) {
    return new Recall(k);
  }

  /** F1@k: 2 P R' / (P + R') = 2 h / (k + R), with precision P and recall R' at k. */
  static Metric f1(int k) {
    return new F1(k);
  }

  /**
   * NDCG@k: sum of 1 / log2(r<sub>j</sub> + 1) over the h first, divided by the sum of 1 / log2(j +
   * 1) over j = 1..min(k, R). Jarvelin and Kekalainen 2002, with gains of 0 and 1.
   */
  static Metric ndcg(int k) {
    return new Ndcg(k);
  }

  /**
   * MAP@k: sum of j / r<sub>j</sub> over the h first, divided by R, as trec_eval's map_cut. Where
   * more than k items are relevant even the best list stays below 1.
   */
  static Metric averagePrecision(int k) {
    return new AveragePrecision(k);
  }

  /** MRR@k: 1 / r<sub>1</sub>, or 0 if r<sub>1</sub> &gt; k. Voorhees 1999. */
  static Metric reciprocalRank(int k) {
    return new ReciprocalRank(k);
  }

  /** MRR: 1 / r<sub>1</sub>, without a cut. */
  static Metric reciprocalRank() {
    return new ReciprocalRank(Integer.MAX_VALUE);
  }

  /**
   * AUC: the share of pairs of a relevant and another item that stand in the right order, sum of (n
   * - r<sub>j</sub> - (R - j)) over j, divided by R (n - R); 1 where nothing else competed. A tie
   * counts as wrong, where the usual AUC counts a half, and so does a pair whose relevant item no
   * list can show.
   */
  static Metric auc() {
    return new Auc();
  }

  /** See {@link #hitRate}. */
  record HitRate(int k) implements Metric {

    public HitRate {
      requireCut(k);
    }

    @Override
    public String name() {
      return "HR@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return hits(ranks, candidates, k) > 0 ? 1 : 0;
    }
  }

  /** See {@link #precision}. */
  record Precision(int k) implements Metric {

    public Precision {
      requireCut(k);
    }

    @Override
    public String name() {
      return "precision@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return (double) hits(ranks, candidates, k) / k;
    }
  }

  /** See {@link #recall}. */
  record Recall(int k) implements Metric {

    public Recall {
      requireCut(k);
    }

    @Override
    public String name() {
      return "recall@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return (double) hits(ranks, candidates, k) / ranks.length;
    }
  }

  /** See {@link #f1}. */
  record F1(int k) implements Metric {

    public F1 {
      requireCut(k);
    }

    @Override
    public String name() {
      return "F1@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return 2.0 * hits(ranks, candidates, k) / (k + ranks.length);
    }
  }

  /** See {@link #ndcg}. */
  record Ndcg(int k) implements Metric {

    public Ndcg {
      requireCut(k);
    }

    @Override
    public String name() {
      return "NDCG@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      int hits = hits(ranks, candidates, k);
      double gain = 0;
      for (int j = 0; j < hits; j++) {
        gain += discount(ranks[j]);
      }
      double ideal = 0;
      for (int j = 1; j <= Math.min(k, ranks.length); j++) {
        ideal += discount(j);
      }
      return gain / ideal;
    }

    private static double discount(int rank) {
      return Math.log(2) / Math.log(rank + 1.0);
    }
  }

  /** See {@link #averagePrecision}. */
  record AveragePrecision(int k) implements Metric {

    public AveragePrecision {
      requireCut(k);
    }

    @Override
    public String name() {
      return "MAP@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      int hits = hits(ranks, candidates, k);
      double sum = 0;
      for (int j = 0; j < hits; j++) {
        sum += (j + 1.0) / ranks[j];
      }
      return sum / ranks.length;
    }
  }

  /** See {@link #reciprocalRank(int)}. */
  record ReciprocalRank(int k) implements Metric {

    public ReciprocalRank {
      requireCut(k);
    }

    @Override
    public String name() {
      return k == Integer.MAX_VALUE ? "MRR" : "MRR@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return hits(ranks, candidates, k) > 0 ? 1.0 / ranks[0] : 0;
    }
  }

  /** See {@link #auc}. */
  record Auc() implements Metric {

    @Override
    public String name() {
      return "AUC";
    }

    @Override
    public double of(int[] ranks, int candidates) {
      int shown = hits(ranks, candidates, candidates);
      int others = candidates - shown;
      if (others == 0) {
        return (double) shown / ranks.length;
      }
      long right = 0;
      for (int j = 0; j < shown; j++) {
        right += candidates - ranks[j] - (shown - 1 - j);
      }
      return right / ((double) ranks.length * others);
    }
  }

  private static void requireCut(int k) {
    if (k < 1) {
      throw new IllegalArgumentException(
          "a list is cut at 1 or later, found " + k + "; 10 is usual");
    }
  }

  /** How many of the ranks are at most k and in a list, once all are seen to be ranks. */
  private static int hits(int[] ranks, int candidates, int k) {
    int hits = 0;
    int before = 0;
    int last = 0;
    for (int rank : ranks) {
      if (rank <= before) {
        throw new IllegalArgumentException(
            "ranks ascend from 1, each once; found " + rank + " after " + before);
      }
      boolean shown = !TargetRank.isNever(rank);
      hits += shown && rank <= k ? 1 : 0;
      last = shown ? rank : last;
      before = rank;
    }
    if (ranks.length == 0 || last > candidates) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an answer has at least one relevant item, ranked among %,d candidates; found %s",
              candidates,
              ranks.length == 0 ? "none" : "rank " + last));
    }
    return hits;
  }
}
