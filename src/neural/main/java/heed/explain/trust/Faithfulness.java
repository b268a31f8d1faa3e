package heed.explain.trust;

import heed.explain.Attribution;
import heed.explain.Erasure;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether what an explainer calls heavy is what the answer hangs on: events are taken away from the
 * heaviest down, and given back from the heaviest down, and the support of the item is asked for at
 * each step.
 *
 * <p>Deletion and insertion curves are those of Petsiuk et al. 2018, "RISE"; comprehensiveness and
 * sufficiency those of DeYoung et al. 2020, "ERASER", section 4.2. All four are read off the same
 * two curves, in the unit of the support.
 *
 * @param deletion the support without the k heaviest events, k = 0..L
 * @param insertion the support with the k heaviest events alone, k = 0..L
 */
public record Faithfulness(double[] deletion, double[] insertion) {

  /** ERASER's shares of the events for the aggregated measures. */
  private static final double[] BINS = {0.01, 0.05, 0.1, 0.2, 0.5};

  /** Throws {@link IllegalArgumentException} if the curves do not join at their ends. */
  public Faithfulness {
    deletion = deletion.clone();
    insertion = insertion.clone();
    if (deletion.length < 2 || deletion.length != insertion.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "curves have a point for no event to all of them, at least 2 and as many each, found"
                  + " %d and %d",
              deletion.length,
              insertion.length));
    }
  }

  /** Asks for both curves of one attribution: 2 L + 2 answers. */
  public static Faithfulness of(Erasure erasure, Attribution attribution) {
    History history = attribution.history();
    int length = history.length();
    int[] order = attribution.order();
    List<boolean[]> kept = new ArrayList<>();
    for (boolean heaviestKept : new boolean[] {false, true}) {
      boolean[] choice = new boolean[length];
      Arrays.fill(choice, !heaviestKept);
      kept.add(choice.clone());
      for (int event : order) {
        choice[event] = heaviestKept;
        kept.add(choice.clone());
      }
    }
    double[] supports = erasure.supports(history, attribution.item(), kept);
    return new Faithfulness(
        Arrays.copyOf(supports, length + 1),
        Arrays.copyOfRange(supports, length + 1, 2 * length + 2));
  }

  @Override
  public double[] deletion() {
    return deletion.clone();
  }

  @Override
  public double[] insertion() {
    return insertion.clone();
  }

  /** L, the events there were. */
  public int events() {
    return deletion.length - 1;
  }

  /** The mean support on the way down, by trapezoids; lower is more faithful. */
  public double deletionArea() {
    return area(deletion);
  }

  /** The mean support on the way up, by trapezoids; higher is more faithful. */
  public double insertionArea() {
    return area(insertion);
  }

  private static double area(double[] curve) {
    double sum = (curve[0] + curve[curve.length - 1]) / 2;
    for (int i = 1; i < curve.length - 1; i++) {
      sum += curve[i];
    }
    return sum / (curve.length - 1);
  }

  /**
   * What the support loses without the heaviest events (eq. 1 of ERASER); higher is more faithful.
   *
   * @param share of the events, rounded up, in [0, 1]
   */
  public double comprehensiveness(double share) {
    return deletion[0] - deletion[count(share)];
  }

  /** What the support loses with the heaviest events alone (eq. 2); lower is more faithful. */
  public double sufficiency(double share) {
    return deletion[0] - insertion[count(share)];
  }

  /**
   * The mean of {@link #comprehensiveness(double)} over 1, 5, 10, 20 and 50% of the events. The
   * paper divides by one more, for no event at all.
   */
  public double comprehensiveness() {
    return Arrays.stream(BINS).map(this::comprehensiveness).average().orElseThrow();
  }

  /** The mean of {@link #sufficiency(double)} over the same shares. */
  public double sufficiency() {
    return Arrays.stream(BINS).map(this::sufficiency).average().orElseThrow();
  }

  private int count(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of events is from 0 to 1, found " + share);
    }
    return (int) Math.ceil(share * events() - 1e-9);
  }

  /** A curve at shares 0, 1/steps, ..., 1 of the events, so that curves can be averaged. */
  static double[] at(double[] curve, int steps) {
    double[] values = new double[steps + 1];
    for (int step = 0; step <= steps; step++) {
      double place = (double) step / steps * (curve.length - 1);
      int below = Math.min((int) place, curve.length - 2);
      values[step] = curve[below] + (place - below) * (curve[below + 1] - curve[below]);
    }
    return values;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d events: area under the deletion curve %.2f, under the insertion curve %.2f",
        events(),
        deletionArea(),
        insertionArea());
  }
}
