package heed.explain.trust;

import heed.explain.Attribution;
import heed.explain.Erasure;
import heed.explain.Example;
import heed.explain.Explainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One explainer put to the test on many questions.
 *
 * @param attributions what it said, one per question, at least one
 * @param faithfulness how true that was, one per question
 */
public record Trial(List<Attribution> attributions, List<Faithfulness> faithfulness) {

  public Trial {
    attributions = List.copyOf(attributions);
    faithfulness = List.copyOf(faithfulness);
    if (attributions.isEmpty() || attributions.size() != faithfulness.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a trial needs a question and as many answers, found %d and %d",
              attributions.size(),
              faithfulness.size()));
    }
  }

  /** Asks the explainer about each question, and the erasure whether it was right. */
  public static Trial of(Explainer explainer, Erasure erasure, List<Example> questions) {
    List<Attribution> attributions = new ArrayList<>();
    List<Faithfulness> faithfulness = new ArrayList<>();
    for (Example question : questions) {
      Attribution attribution = explainer.explain(question.history(), question.item());
      attributions.add(attribution);
      faithfulness.add(Faithfulness.of(erasure, attribution));
    }
    return new Trial(attributions, faithfulness);
  }

  /** Who was tested. */
  public String explainer() {
    return attributions.get(0).explainer();
  }

  /** A measure of each question. */
  double[] each(ToDoubleFunction<Faithfulness> measure) {
    return faithfulness.stream().mapToDouble(measure).toArray();
  }

  /** The mean of a measure over questions, such as {@code Faithfulness::deletionArea}. */
  public double mean(ToDoubleFunction<Faithfulness> measure) {
    return Arrays.stream(each(measure)).average().orElseThrow();
  }

  /** The mean deletion curve at shares 0, 1/steps, ..., 1 of the events. */
  public double[] deletion(int steps) {
    return mean(faithfulness.stream().map(one -> Faithfulness.at(one.deletion(), steps)).toList());
  }

  /** The mean insertion curve at shares 0, 1/steps, ..., 1 of the events. */
  public double[] insertion(int steps) {
    return mean(faithfulness.stream().map(one -> Faithfulness.at(one.insertion(), steps)).toList());
  }

  private static double[] mean(List<double[]> curves) {
    double[] mean = new double[curves.get(0).length];
    for (double[] curve : curves) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += curve[i] / curves.size();
      }
    }
    return mean;
  }
}
