package heed.bench;

import heed.experiment.Runs;
import java.util.List;

/**
 * What came of a leaderboard.
 *
 * @param <R> the kind of report
 * @param report on the test part, a line a fit
 * @param runs the record of each fit
 * @param tuned how each kind was tuned
 */
public record BenchmarkResult<R>(R report, Runs runs, List<Tuned> tuned) {

  public BenchmarkResult {
    tuned = List.copyOf(tuned);
  }

  /**
   * How the settings of a kind were found.
   *
   * @param kind of candidate
   * @param settings the best, by the validation part
   * @param validation what the best reached on the validation part
   * @param tries how many settings were tried
   * @param seconds the search took
   */
  public record Tuned(String kind, String settings, double validation, int tries, double seconds) {}
}
