package heed.evaluation;

import heed.recommend.TargetRank;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What one recommender answered to the questions of a holdout: enough for every measure, and no
 * scores.
 *
 * @param recommender its name
 * @param targetRanks where the targets stand
 * @param lists what it would have shown
 */
public record Predictions(String recommender, TargetRanks targetRanks, TopLists lists) {

  public Predictions {
    if (targetRanks.size() != lists.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %,d questions have a place, but there are %,d lists",
              recommender,
              targetRanks.size(),
              lists.size()));
    }
  }

  /** How many questions were answered. */
  public int size() {
    return targetRanks.size();
  }

  /**
   * How many questions got no score that is a number, though there are items that compete: their
   * lists are empty and their targets count as missed.
   */
  public int unscored() {
    int[] candidates = targetRanks.candidates();
    return (int)
        IntStream.range(0, size()).filter(i -> candidates[i] > 0 && lists.isEmpty(i)).count();
  }

  /** How many items that are no targets compete in a question, at most. */
  int mostOthers() {
    int[] candidates = targetRanks.candidates();
    return IntStream.range(0, size()).map(i -> candidates[i] - shownTargets(i)).max().orElse(0);
  }

  private int shownTargets(int question) {
    return (int)
        IntStream.of(targetRanks.ranks(question, Ties.AGAINST))
            .filter(rank -> !TargetRank.isNever(rank))
            .count();
  }

  /** Whether any question got a score that is a number, or none has an item that competes. */
  boolean scored() {
    int[] candidates = targetRanks.candidates();
    int unscored = unscored();
    return unscored == 0 || unscored < IntStream.of(candidates).filter(some -> some > 0).count();
  }

  /**
   * The ranks of the targets, from 1, ties against them: one per question, or in the order of the
   * holdout's targets where questions have several. A target that no list can show has a rank for
   * which {@link TargetRank#isNever} holds.
   */
  public int[] ranks() {
    return targetRanks.ranks(Ties.AGAINST);
  }

  /** The ranks of the best target of each question, from 1, ties against it. */
  public int[] firstRanks() {
    int[] first = new int[size()];
    Arrays.setAll(first, question -> targetRanks.ranks(question, Ties.AGAINST)[0]);
    return first;
  }

  /** A measure of each answer, ties against the target. */
  public double[] each(Metric metric) {
    return each(metric, Ties.AGAINST);
  }

  /** A measure of each answer. */
  public double[] each(Metric metric, Ties ties) {
    int[] candidates = targetRanks.candidates();
    double[] values = new double[size()];
    if (targetRanks.targetCount() == size()) {
      int[] ranks = targetRanks.ranks(ties);
      Arrays.setAll(values, i -> metric.of(ranks[i], candidates[i]));
    } else {
      Arrays.setAll(values, i -> metric.of(targetRanks.ranks(i, ties), candidates[i]));
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw noNumber(metric, targetRanks.ranks(i, ties), candidates[i]);
      }
    }
    return values;
  }

  private static IllegalArgumentException noNumber(Metric metric, int[] ranks, int candidates) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "metric %s gives NaN for ranks %s of %,d candidates, and a mean of it would be NaN;"
                + " expected a number in [0, 1]. Mend its of(ranks, candidates), for example where"
                + " it divides by 0",
            metric.name(),
            Arrays.toString(ranks),
            candidates));
  }

  /** The mean of a measure, ties against the target. */
  public double mean(Metric metric) {
    return mean(metric, Ties.AGAINST);
  }

  /** The mean of a measure. */
  public double mean(Metric metric, Ties ties) {
    return Arrays.stream(each(metric, ties)).average().orElse(Double.NaN);
  }
}
