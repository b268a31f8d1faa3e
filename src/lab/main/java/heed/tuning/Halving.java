package heed.tuning;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.ClickTraining;
import heed.training.DataDigest;
import heed.training.ProgressListener;
import heed.training.Run;
import heed.training.StopReason;
import heed.training.Training;
import heed.training.TrainingSettings;
import heed.training.checkpoint.CheckpointFile;
import heed.training.checkpoint.Checkpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Successive halving: many settings get a few epochs each, the best of them more, until one is left
 * or the last rung is reached. Jamieson and Talwalkar 2016, "Non-stochastic Best Arm Identification
 * and Hyperparameter Optimization", with the growth of Li et al. 2020, "A System for Massively
 * Parallel Hyperparameter Tuning" (ASHA), one run after the other.
 *
 * <p>Nothing is learnt twice: each run goes on from its checkpoint, and who does not go on leaves
 * none behind. A search that was stopped or killed goes on, too, by the same call with the same
 * folder; so does one that is given another rung.
 *
 * @param epochs what each setting is given first, at least 1
 * @param factor so many times as many epochs at the next rung, for one of so many; at least 2
 * @param rungs how many there are at most, at least 1
 */
public record Halving(int epochs, int factor, int rungs) {

  public Halving {
    if (epochs < 1 || factor < 2 || rungs < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "epochs and rungs are at least 1 and the factor at least 2, found %d, %d and %d",
              epochs,
              rungs,
              factor));
    }
  }

  /** Two epochs, then 6, then 18, each rung for the best third: ASHA's factor is 3 or 4. */
  public static Halving defaults() {
    return new Halving(2, 3, 3);
  }

  /** The epochs that whoever gets to the last rung has had. */
  public int mostEpochs() {
    return epochs * (int) Math.pow(factor, rungs - 1);
  }

  /**
   * Searches among trainings. Each keeps its own patience; its epochs are the rung's.
   *
   * @param validation of a recommender, higher is better
   * @param folder for checkpoints and tries, of this search alone
   * @param limits its time and who hears of it; its patience and file of tries are not asked
   * @return one trial a setting, with the epochs that it got to; in order of the candidates
   */
  public Search<Training> over(
      List<Training> candidates,
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      Path folder,
      SearchLimits limits) {
    return among(
        candidates,
        "data " + DataDigest.of(train),
        (settings, kept) -> settings.fit(train, validation, ProgressListener.SILENT, kept),
        folder,
        limits);
  }

  /**
   * Searches among trainings of clicks, as among those of sequences.
   *
   * @param validation of a predictor, higher is better
   */
  public Search<ClickTraining> over(
      List<ClickTraining> candidates,
      Clicks train,
      ToDoubleFunction<ClickPredictor> validation,
      Path folder,
      SearchLimits limits) {
    return among(
        candidates,
        "data " + DataDigest.of(train),
        (settings, kept) -> settings.fit(train, validation, ProgressListener.SILENT, kept),
        folder,
        limits);
  }

  private <T extends TrainingSettings<T>> Search<T> among(
      List<T> candidates,
      String about,
      BiFunction<T, Checkpoints, Run> fit,
      Path folder,
      SearchLimits limits) {
    Trials<T> trials =
        new Trials<>(
            limits
                .withPatience(Integer.MAX_VALUE)
                .withTriesIn(folder.resolve("tries.json"), about));
    Map<T, Search.Trial<T>> reached = new LinkedHashMap<>();
    candidates.forEach(
        candidate -> reached.put(candidate, new Search.Trial<>(candidate, Double.NaN, 0, 0)));
    List<T> left = List.copyOf(reached.keySet());
    for (int rung = 0; rung < rungs && !left.isEmpty(); rung++) {
      int given = epochs * (int) Math.pow(factor, rung);
      for (T settings : left) {
        Checkpoints kept = Checkpoints.in(place(folder, settings));
        if (trials.over()
            || !trials.take(
                settings, given, () -> reached(fit.apply(settings.withEpochs(given), kept)))) {
          return search(reached);
        }
        reached.merge(settings, trials.last(), Halving::added);
      }
      List<T> best = best(left, reached);
      left.stream()
          .filter(settings -> !best.contains(settings))
          .forEach(settings -> CheckpointFile.delete(place(folder, settings)));
      left = best;
    }
    return search(reached);
  }

  private static double reached(Run finished) {
    try (Run run = finished) {
      if (run.ending() == StopReason.INTERRUPTED) {
        Thread.currentThread().interrupt();
      }
      return run.bestValidation();
    }
  }

  /** Where its checkpoint is; of two with one name the checkpoint refuses the other. */
  private static Path place(Path folder, TrainingSettings<?> settings) {
    return folder.resolve(String.format(Locale.ROOT, "%08x", settings.toString().hashCode()));
  }

  /** What a setting has reached now, with all its time. */
  private static <T> Search.Trial<T> added(Search.Trial<T> before, Search.Trial<T> now) {
    return new Search.Trial<>(
        now.settings(), now.validation(), before.seconds() + now.seconds(), now.epochs());
  }

  /** The best of those left, one of {@code factor}; of equals the earliest. */
  private <T> List<T> best(List<T> left, Map<T, Search.Trial<T>> reached) {
    List<T> sorted = new ArrayList<>(left);
    sorted.removeIf(settings -> Double.isNaN(reached.get(settings).validation()));
    sorted.sort(Comparator.comparingDouble((T settings) -> -reached.get(settings).validation()));
    return sorted.subList(0, Math.min(sorted.size(), Math.max(1, left.size() / factor)));
  }

  private static <T> Search<T> search(Map<T, Search.Trial<T>> reached) {
    return new Search<>(reached.values().stream().filter(trial -> trial.epochs() > 0).toList());
  }
}
