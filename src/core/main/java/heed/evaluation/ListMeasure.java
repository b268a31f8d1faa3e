package heed.evaluation;

import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A measure of what a recommender showed, over all questions of a holdout. Its definition and
 * equation stand at the function of {@link BeyondAccuracy} of the same name.
 *
 * @param name as in a report
 * @param function of the answers
 */
public record ListMeasure(String name, OfAnswers function) {

  /** What is measured. */
  @FunctionalInterface
  public interface OfAnswers {
    double of(Predictions answers, Holdout holdout);
  }

  /** The measure of a recommender's answers. */
  public double of(Predictions answers, Holdout holdout) {
    return function.of(answers, holdout);
  }

  /** See {@link BeyondAccuracy#coverage}. */
  public static ListMeasure coverage() {
    return new ListMeasure(
        "coverage", (answers, holdout) -> BeyondAccuracy.coverage(answers.lists(), items(holdout)));
  }

  /** See {@link BeyondAccuracy#gini}. */
  public static ListMeasure gini() {
    return new ListMeasure(
        "Gini", (answers, holdout) -> BeyondAccuracy.gini(answers.lists(), items(holdout)));
  }

  /** See {@link BeyondAccuracy#novelty}. */
  public static ListMeasure novelty(Sequences train) {
    ItemCounts counts = ItemCounts.of(train);
    return new ListMeasure(
        "novelty, bits",
        counted(
            "novelty",
            train,
            (answers, holdout) ->
                mean(answers, i -> BeyondAccuracy.novelty(list(answers, i), counts))));
  }

  /** See {@link BeyondAccuracy#diversity}. */
  public static ListMeasure diversity(String by, ItemDistance distance) {
    return new ListMeasure(
        "diversity by " + by,
        (answers, holdout) ->
            mean(answers, i -> BeyondAccuracy.diversity(list(answers, i), distance)));
  }

  /** See {@link BeyondAccuracy#serendipity(int[], int[], ItemCounts)}. */
  public static ListMeasure serendipity(Sequences train) {
    ItemCounts counts = ItemCounts.of(train);
    return new ListMeasure(
        "serendipity",
        counted(
            "serendipity",
            train,
            (answers, holdout) ->
                mean(
                    answers,
                    i ->
                        BeyondAccuracy.serendipity(list(answers, i), holdout.targets(i), counts))));
  }

  /** See {@link BeyondAccuracy#popularityLift}. */
  public static ListMeasure popularityLift(Sequences train) {
    ItemCounts counts = ItemCounts.of(train);
    return new ListMeasure(
        "popularity lift",
        counted(
            "popularity lift",
            train,
            (answers, holdout) ->
                BeyondAccuracy.popularityLift(answers.lists(), holdout.histories(), counts)));
  }

  /** A measure that looks items up among those of the training part, which are to be the same. */
  private static OfAnswers counted(String name, Sequences train, OfAnswers measure) {
    return (answers, holdout) -> {
      train.catalogue().requireSame(holdout.catalogue(), name, "the holdout");
      return measure.of(answers, holdout);
    };
  }

  /**
   * See {@link BeyondAccuracy#miscalibration}; questions of which nothing is known are left out.
   */
  public static ListMeasure miscalibration(Categories categories) {
    return new ListMeasure(
        "miscalibration, bits",
        (answers, holdout) ->
            mean(
                answers,
                i ->
                    BeyondAccuracy.miscalibration(
                        list(answers, i), holdout.histories().get(i).items(), categories)));
  }

  /** See {@link BeyondAccuracy#repeatRate}. */
  public static ListMeasure repeatRate() {
    return new ListMeasure(
        "repeats",
        (answers, holdout) ->
            mean(
                answers,
                i -> BeyondAccuracy.repeatRate(list(answers, i), holdout.histories().get(i))));
  }

  private static int[] list(Predictions answers, int question) {
    return answers.lists().list(question);
  }

  private static int items(Holdout holdout) {
    return holdout.histories().get(0).catalogue().size();
  }

  /** The mean over questions, without those that have no value. */
  private static double mean(Predictions answers, IntToDoubleFunction ofQuestion) {
    return IntStream.range(0, answers.size())
        .mapToDouble(ofQuestion)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
