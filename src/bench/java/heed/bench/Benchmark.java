package heed.bench;

import heed.bench.Candidate.Configuration;
import heed.evaluation.TestSetEvaluations;
import heed.experiment.Experiment;
import heed.experiment.RunRecord;
import heed.experiment.Runs;
import heed.tuning.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Equal tuning, fits with each seed, and one evaluation of the test, whatever is asked.
 *
 * @param contest what is asked
 * @param budget how many settings each kind is tried with
 * @param seeds each seeded kind is fitted with all of them, any other with the first
 */
record Benchmark<T, P, A, R>(Contest<T, P, A, R> contest, int budget, List<Long> seeds) {

  /** The seeds, where there are tries and seeds. */
  static List<Long> checked(int budget, List<Long> seeds) {
    if (budget < 1 || seeds.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a leaderboard needs at least 1 try for each kind and 1 seed, found %d tries and %d"
                  + " seeds",
              budget,
              seeds.size()));
    }
    return List.copyOf(seeds);
  }

  /**
   * Tunes, fits and asks them all.
   *
   * @param folder where a run record is written for each fit
   * @param progress told what has been done, in words
   */
  BenchmarkResult<R> run(Path folder, List<Candidate<T, P>> candidates, Consumer<String> progress) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("nobody enters the leaderboard; give one candidate");
    }
    Unfinished unfinished = Unfinished.in(folder, contest.decisive() + " " + Experiment.versions());
    List<Path> others = unfinished.others();
    if (!others.isEmpty()) {
      progress.accept(
          "begins anew: what was left unfinished is of other data or of another version, and stays"
              + " until it is deleted: "
              + others);
    }
    List<BenchmarkResult.Tuned> tuned = new ArrayList<>();
    List<A> answers = new ArrayList<>();
    List<RunRecord> records = new ArrayList<>();
    for (Candidate<T, P> candidate : candidates) {
      LeaderboardEntry<T, P, A> entry =
          new LeaderboardEntry<>(this, candidate, unfinished, progress);
      Search<Configuration<T, P>> search = entry.search();
      tuned.add(tuned(candidate, search));
      for (long seed : candidate.seeded() ? seeds : seeds.subList(0, 1)) {
        LeaderboardEntry.Answered<A> answered = entry.ask(search.best().settings(), seed);
        answers.add(answered.answers());
        records.add(record(candidate, search, answered, seed));
      }
      unfinished.discardFolders();
    }
    OptionalInt timesEvaluated =
        contest.open(TestSetEvaluations.in(folder.resolve(Experiment.TEST_SET_EVALUATIONS)));
    List<RunRecord> kept =
        records.stream().map(record -> record.evaluated(timesEvaluated).keep(folder)).toList();
    if (unfinished.unused() > 0) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "%d results that were kept before were not used, since nobody entered with such"
                  + " settings: either others enter now, or settings have other components",
              unfinished.unused()));
    }
    unfinished.discard();
    return new BenchmarkResult<>(contest.report(timesEvaluated, answers), new Runs(kept), tuned);
  }

  private BenchmarkResult.Tuned tuned(
      Candidate<T, P> candidate, Search<Configuration<T, P>> search) {
    Search.Trial<Configuration<T, P>> best = search.best();
    return new BenchmarkResult.Tuned(
        candidate.name(),
        best.settings().name(),
        best.validation(),
        search.trials().size(),
        search.seconds());
  }

  private RunRecord record(
      Candidate<T, P> candidate,
      Search<Configuration<T, P>> search,
      LeaderboardEntry.Answered<A> answered,
      long seed) {
    Map<String, Object> config = new LinkedHashMap<>(search.best().settings().config());
    config.put(
        "tuning",
        search.trials().stream()
            .map(
                trial ->
                    Map.of(
                        "settings", trial.settings().name(), contest.measure(), trial.validation()))
            .toList());
    if (!answered.provenance().isEmpty()) {
      config.put("provenance", answered.provenance());
    }
    return new RunRecord(
        "leaderboard " + candidate.name(),
        answered.time(),
        config,
        contest.data(),
        contest.parts(),
        seed,
        Experiment.versions(),
        Experiment.machine(answered.device()),
        contest.metrics(answered.answers()),
        answered.curve(),
        Map.of(
            "tune", search.seconds(),
            "train", answered.trainSeconds(),
            "test", answered.testSeconds()));
  }
}
