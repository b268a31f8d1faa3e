package heed.evaluation;

import heed.evaluation.significance.Bootstrap;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.PairedTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How far one recommender is ahead of another on the same questions.
 *
 * @param first the one
 * @param second the other
 * @param mean of first minus second
 * @param interval where it lies, from drawing users anew; narrower than two intervals held side by
 *     side, because both answer the same users
 * @param pValue by the paired test, adjusted by Holm for all pairs
 */
public record Difference(
    String first, String second, double mean, Interval interval, double pValue) {

  static List<Difference> ofPairs(List<Predictions> answers, Metric metric, int[] users) {
    List<double[]> values = answers.stream().map(one -> one.each(metric)).toList();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        pairs.add(new int[] {i, j});
      }
    }
    double[] adjusted =
        PairedTest.holm(
            pairs.stream()
                .mapToDouble(
                    pair ->
                        PairedTest.defaults()
                            .pValue(values.get(pair[0]), values.get(pair[1]), users))
                .toArray());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      int first = pairs.get(i)[0];
      int second = pairs.get(i)[1];
      double[] each = values.get(first).clone();
      Arrays.setAll(each, question -> each[question] - values.get(second)[question]);
      differences.add(
          new Difference(
              answers.get(first).recommender(),
              answers.get(second).recommender(),
              Arrays.stream(each).average().orElseThrow(),
              Bootstrap.defaults().interval(each, users),
              adjusted[i]));
    }
    return differences;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s against %s: %+.4f (%+.4f to %+.4f), p = %.4f",
        first,
        second,
        mean,
        interval.low(),
        interval.high(),
        pValue);
  }
}
