package heed.recipe;

import heed.baseline.Baseline;
import heed.evaluation.Evaluation;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings for a log before any search, each with its reason: a SASRec, the Markov chain and the
 * item-kNN that it has to beat, and how they are put together. {@link #toString} is the table of
 * reasons.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.of(split);
 * try (RecipeRun run = recipe.fit(split, progress -> {})) {
 *   run.verdict();      // what is to be used on this log, in words
 *   run.recommender();  // network and counts together, which a Bundle holds
 * }
 * }</pre>
 *
 * @param shape of the log
 * @param training of the network
 * @param counts what is blended with it, one after the other
 * @param choices all that was decided
 */
public record Recipe(
    LogShape shape, Training training, List<Baseline> counts, List<Choice> choices) {

  public Recipe {
    counts = List.copyOf(counts);
    choices = List.copyOf(choices);
  }

  /** Settings for a log that takes the time it takes. */
  public static Recipe of(Split.Parts split) {
    return of(split.train());
  }

  /** The same, ended when the time is up; the best weights so far are kept. */
  public static Recipe of(Split.Parts split, Duration time) {
    Recipe recipe = of(split);
    return new Recipe(
        recipe.shape, recipe.training.withTimeLimit(time), recipe.counts, recipe.choices);
  }

  /** Settings for these histories. */
  public static Recipe of(Sequences train) {
    Chooser chooser = new Chooser(LogShape.of(train));
    Training training = chooser.training(train.types());
    return new Recipe(chooser.shape(), training, chooser.counts(), chooser.choices());
  }

  /**
   * Trains the network, counts, and finds by validation how much of each to take.
   *
   * @param listener hears of the epochs
   */
  public RecipeRun fit(Split.Parts split, ProgressListener listener) {
    TrainingRun run =
        training.fit(split.train(), Evaluation.of(split.validation()).ndcg(10), listener);
    try {
      return RecipeRun.of(this, run, split);
    } catch (RuntimeException failed) {
      run.close();
      throw failed;
    }
  }

  /** The shape of the log and the table of reasons. */
  @Override
  public String toString() {
    return choices.stream()
        .map(Choice::toString)
        .collect(Collectors.joining("\n  ", shape + "\n  ", ""));
  }
}
