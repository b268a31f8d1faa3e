package heed.bench;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.evaluation.clicks.ClickReport;
import heed.experiment.DataFingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Predictors of clicks held against each other as {@link Leaderboard} holds recommenders. Settings
 * and epochs are chosen by the log-likelihood of the validation part, since a chance is what is
 * asked for.
 *
 * @param data which data it is about
 * @param split the parts
 * @param budget how many settings each kind is tried with; fewer if it has not so many
 * @param seeds each seeded kind is fitted with all of them, any other with the first
 */
public record ClickLeaderboard(
    DataFingerprint data, ClickSplit.Parts split, int budget, List<Long> seeds) {

  public ClickLeaderboard {
    seeds = Benchmark.checked(budget, seeds);
  }

  /**
   * Tunes, fits and asks them all; goes on where it was stopped, as {@link Leaderboard#run}.
   *
   * @param folder where a run record is written for each fit
   * @param progress told what has been done, in words
   * @throws CancellationException if it was interrupted
   */
  public BenchmarkResult<ClickReport> run(
      Path folder, List<Candidate<Clicks, ClickPredictor>> candidates, Consumer<String> progress) {
    return new Benchmark<>(new ClickContest(data, split), budget, seeds)
        .run(folder, candidates, progress);
  }
}
