package heed.evaluation.clicks;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.Judgement;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Measures of predicted chances that are told with an interval, and by which predictors differ. */
public enum ClickMeasure {

  /** See {@link ClickMetrics#logLoss}. */
  LOG_LOSS("log-loss") {
    @Override
    List<Estimate> of(List<double[]> chances, boolean[] clicked, int[] users) {
      // Less is better: judged with its sign turned.
      return means(
              chances, users, one -> rows(one, row -> -ClickMetrics.loss(one[row], clicked[row])))
          .stream()
          .map(Estimate::negated)
          .toList();
    }
  },

  /** See {@link ClickMetrics#groupedAuc}; a row's share is the AUC of its user. */
  AUC_IN_USERS("AUC in users") {
    @Override
    List<Estimate> of(List<double[]> chances, boolean[] clicked, int[] users) {
      return means(chances, users, one -> ClickMetrics.aucOfGroups(one, clicked, users));
    }
  },

  /** See {@link ClickMetrics#auc}: over all rows, a click of one user against the passes of all. */
  AUC("AUC") {
    @Override
    List<Estimate> of(List<double[]> chances, boolean[] clicked, int[] users) {
      Judgement judgement = Judgement.defaults();
      return judgement.of(new DrawnAucs(judgement.bootstrap(), chances, clicked, users));
    }
  },

  /** See {@link ClickMetrics#accuracy}. */
  ACCURACY("accuracy") {
    @Override
    List<Estimate> of(List<double[]> chances, boolean[] clicked, int[] users) {
      return means(chances, users, one -> rows(one, row -> one[row] > 0.5 == clicked[row] ? 1 : 0));
    }
  };

  private final String words;

  ClickMeasure(String words) {
    this.words = words;
  }

  /**
   * One estimate a predictor.
   *
   * @param chances of each predictor, one per row
   */
  abstract List<Estimate> of(List<double[]> chances, boolean[] clicked, int[] users);

  private static double[] rows(double[] chances, IntToDoubleFunction value) {
    return IntStream.range(0, chances.length).mapToDouble(value).toArray();
  }

  /**
   * Means over the rows of which a measure says something, which are the same for everybody.
   *
   * @param each of some chances, one value a row, higher the better; NaN where it says nothing
   */
  private static List<Estimate> means(
      List<double[]> chances, int[] users, Function<double[], double[]> each) {
    List<double[]> values = chances.stream().map(each).toList();
    int[] told =
        IntStream.range(0, users.length).filter(row -> !Double.isNaN(values.get(0)[row])).toArray();
    if (told.length == 0) {
      return chances.stream().map(one -> Estimate.unknown()).toList();
    }
    List<double[]> some =
        values.stream()
            .map(all -> IntStream.of(told).mapToDouble(row -> all[row]).toArray())
            .toList();
    return Judgement.defaults().of(some, IntStream.of(told).map(row -> users[row]).toArray());
  }

  @Override
  public String toString() {
    return words;
  }
}
