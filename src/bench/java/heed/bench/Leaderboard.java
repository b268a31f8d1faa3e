package heed.bench;

import heed.evaluation.Report;
import heed.experiment.DataFingerprint;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Recommenders held against each other after equal tuning: each kind is tried with the same number
 * of drawn settings on the validation part, and the best of them is fitted anew with each seed and
 * asked the test, which opens once for all of them. Equal tuning is what most comparisons lack
 * (Ferrari Dacrema et al. 2019, "Are We Really Making Much Progress?").
 *
 * @param data which data it is about
 * @param split the parts
 * @param budget how many settings each kind is tried with; fewer if it has not so many
 * @param seeds each seeded kind is fitted with all of them, any other with the first
 */
public record Leaderboard(DataFingerprint data, Split.Parts split, int budget, List<Long> seeds) {

  public Leaderboard {
    seeds = Benchmark.checked(budget, seeds);
  }

  /**
   * Tunes, fits and asks them all. Where it was stopped or killed, the same call with the same
   * folder goes on with what it has done, to the same figures.
   *
   * @param folder where a run record is written for each fit
   * @param progress told what has been done, in words
   * @throws CancellationException if it was interrupted
   */
  public BenchmarkResult<Report> run(
      Path folder, List<Candidate<Sequences, Recommender>> candidates, Consumer<String> progress) {
    return new Benchmark<>(new RankingContest(data, split), budget, seeds)
        .run(folder, candidates, progress);
  }
}
