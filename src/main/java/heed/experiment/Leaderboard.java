package heed.experiment;

import heed.evaluation.Answers;
import heed.evaluation.Evaluation;
import heed.evaluation.Openings;
import heed.evaluation.Report;
import heed.evaluation.Score;
import heed.experiment.Contender.Candidate;
import heed.sequence.Split;
import heed.training.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    seeds = List.copyOf(seeds);
    if (budget < 1 || seeds.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              "a leaderboard needs at least 1 try for each kind and 1 seed, found %d tries and %d"
                  + " seeds",
              budget, seeds.size()));
    }
  }

  /**
   * How the settings of a kind were found.
   *
   * @param kind of recommender
   * @param settings the best, by the validation part
   * @param validation NDCG@10 of the best on the validation part
   * @param tries how many settings were tried
   * @param seconds the search took
   */
  public record Tuned(String kind, String settings, double validation, int tries, double seconds) {}

  /**
   * What came of it.
   *
   * @param report on the test part, a line a fit
   * @param runs the record of each fit
   * @param tuned how each kind was tuned
   */
  public record Standings(Report report, Runs runs, List<Tuned> tuned) {

    public Standings {
      tuned = List.copyOf(tuned);
    }
  }

  /**
   * Tunes, fits and asks them all. Where it was stopped or killed, the same call with the same
   * folder goes on with what it has done, to the same figures.
   *
   * @param folder where a run record is written for each fit
   * @param progress told what has been done, in words
   * @throws CancellationException if it was interrupted
   */
  public Standings run(Path folder, List<Contender> contenders, Consumer<String> progress) {
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException("nobody enters the leaderboard; give one contender");
    }
    Unfinished unfinished = Unfinished.in(folder, data + " " + split + " " + Experiment.versions());
    List<Tuned> tuned = new ArrayList<>();
    List<Answers> answers = new ArrayList<>();
    List<RunRecord> records = new ArrayList<>();
    for (Contender contender : contenders) {
      LeaderboardEntry entry = new LeaderboardEntry(this, contender, unfinished, progress);
      Search<Candidate> search = entry.search();
      tuned.add(tuned(contender, search));
      for (long seed : contender.seeded() ? seeds : seeds.subList(0, 1)) {
        LeaderboardEntry.Answered answered = entry.ask(search.best().settings(), seed);
        answers.add(answered.answers());
        records.add(record(contender, search, answered, seed));
      }
      unfinished.discardFolders();
    }
    records.forEach(record -> record.keep(folder));
    Openings openings = Openings.in(folder.resolve(Experiment.OPENINGS));
    Evaluation test = Evaluation.of(split.test());
    Report report = new Report(split.test(), test.seen(), openings.open(split.test()), answers);
    unfinished.discard();
    return new Standings(report, new Runs(records), tuned);
  }

  private static Tuned tuned(Contender contender, Search<Candidate> search) {
    Search.Trial<Candidate> best = search.best();
    return new Tuned(
        contender.name(),
        best.settings().name(),
        best.validation(),
        search.trials().size(),
        search.seconds());
  }

  private RunRecord record(
      Contender contender,
      Search<Candidate> search,
      LeaderboardEntry.Answered answered,
      long seed) {
    Map<String, Object> config = new LinkedHashMap<>(search.best().settings().config());
    config.put(
        "tuning",
        search.trials().stream()
            .map(
                trial -> Map.of("settings", trial.settings().name(), "NDCG@10", trial.validation()))
            .toList());
    Answers answers = answered.answers();
    return new RunRecord(
        "leaderboard " + contender.name(),
        answered.time(),
        config,
        data,
        split.toString(),
        seed,
        Experiment.versions(),
        Experiment.machine(answered.device()),
        Experiment.metrics(Score.of(answers.recommender(), answers.ranks())),
        answered.curve(),
        Map.of(
            "tune", search.seconds(),
            "train", answered.trainSeconds(),
            "test", answered.testSeconds()));
  }
}
