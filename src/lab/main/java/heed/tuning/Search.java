package heed.tuning;

import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.ProgressListener;
import heed.training.StopReason;
import heed.training.Training;
import heed.training.TrainingRun;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Settings that were tried, and how each validated. The same search serves baselines and networks:
 * it knows nothing of what settings are, and sees the validation part only through the function it
 * is given.
 *
 * <p>Settings are drawn at random and not laid out on a grid, since with few trials a grid wastes
 * them on settings that do not matter (Bergstra and Bengio 2012, "Random Search for Hyper-Parameter
 * Optimization").
 *
 * @param <S> what is tried
 * @param trials in the order they were tried
 */
public record Search<S>(List<Trial<S>> trials) {

  /**
   * One try.
   *
   * @param settings what was tried
   * @param validation higher is better
   * @param seconds how long it took
   * @param epochs it was given by the search; 0 where that gives none
   */
  public record Trial<S>(S settings, double validation, double seconds, int epochs) {}

  public Search {
    trials = List.copyOf(trials);
  }

  /**
   * Tries each.
   *
   * @param validation fits and validates; higher is better, never on the test part
   * @throws IllegalArgumentException if there is none to try
   */
  public static <S> Search<S> over(List<S> candidates, ToDoubleFunction<S> validation) {
    return over(candidates, validation, SearchLimits.none());
  }

  /**
   * Tries each, as long as the limits allow and nobody interrupts. A try under way at an interrupt
   * does not count.
   *
   * @param validation fits and validates; higher is better, never on the test part
   * @throws IllegalArgumentException if there is none to try, or if what is kept is of another
   *     search
   */
  public static <S> Search<S> over(
      List<S> candidates, ToDoubleFunction<S> validation, SearchLimits limits) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("there are no settings to try; give at least one");
    }
    Trials<S> trials = new Trials<>(limits);
    for (S candidate : candidates) {
      if (trials.over() || !trials.take(candidate, 0, () -> validation.applyAsDouble(candidate))) {
        break;
      }
    }
    return trials.search();
  }

  /**
   * Trains settings as they are and tells the best validation metric. An interrupt ends the run and
   * then the search.
   */
  public static ToDoubleFunction<Training> training(
      Sequences train, ToDoubleFunction<Recommender> validation) {
    return settings -> {
      try (TrainingRun run = settings.fit(train, validation, ProgressListener.SILENT)) {
        if (run.ending() == StopReason.INTERRUPTED) {
          Thread.currentThread().interrupt();
        }
        return run.bestValidation();
      }
    };
  }

  /**
   * The trial that validated best; of equals the earliest.
   *
   * @throws IllegalStateException if none validated to a number
   */
  public Trial<S> best() {
    Trial<S> best = null;
    for (Trial<S> trial : trials) {
      if (best == null
          || trial.validation() > best.validation()
          || Double.isNaN(best.validation())) {
        best = trial;
      }
    }
    if (best == null || Double.isNaN(best.validation())) {
      throw new IllegalStateException(
          "none of "
              + trials.size()
              + " trials validated to a number; look at what they were given");
    }
    return best;
  }

  /** How long all took together, in seconds. */
  public double seconds() {
    return trials.stream().mapToDouble(Trial::seconds).sum();
  }
}
