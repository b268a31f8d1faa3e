package heed.experiment;

import heed.evaluation.Answers;
import heed.evaluation.Evaluation;
import heed.evaluation.Openings;
import heed.evaluation.Report;
import heed.evaluation.Score;
import heed.experiment.Contender.Candidate;
import heed.experiment.Contender.Fitted;
import heed.recommend.Recommender;
import heed.sequence.Split;
import heed.training.Search;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

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

  private static final long DRAWS = 1;
  private static final int CUT = 10;

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
   * Tunes, fits and asks them all.
   *
   * @param folder where a run record is written for each fit
   * @param progress told what has been done, in words
   */
  public Standings run(Path folder, List<Contender> contenders, Consumer<String> progress) {
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException("nobody enters the leaderboard; give one contender");
    }
    ToDoubleFunction<Recommender> validation = Evaluation.of(split.validation()).ndcg(CUT);
    List<Tuned> tuned = new ArrayList<>();
    List<Answers> answers = new ArrayList<>();
    List<RunRecord> records = new ArrayList<>();
    for (Contender contender : contenders) {
      Search<Candidate> search = search(contender, validation);
      Search.Trial<Candidate> best = search.best();
      tuned.add(tuned(contender, search));
      progress.accept(
          String.format(
              "%s: %.4f on the validation part, best of %d in %.0f s",
              best.settings().name(), best.validation(), search.trials().size(), search.seconds()));
      for (long seed : contender.seeded() ? seeds : seeds.subList(0, 1)) {
        Answered answered = ask(contender, best.settings(), validation, seed);
        answers.add(answered.answers);
        records.add(record(contender, search, answered, seed));
      }
    }
    records.forEach(record -> record.keep(folder));
    Openings openings = Openings.in(folder.resolve(Experiment.OPENINGS));
    Evaluation test = Evaluation.of(split.test());
    return new Standings(
        new Report(split.test(), test.seen(), openings.open(split.test()), answers),
        new Runs(records),
        tuned);
  }

  private Search<Candidate> search(Contender contender, ToDoubleFunction<Recommender> validation) {
    return Search.over(
        Search.draw(budget, DRAWS, contender.draw()),
        candidate -> {
          try (Fitted fitted = candidate.fit(split, validation, seeds.get(0))) {
            return validation.applyAsDouble(fitted.recommender());
          }
        });
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

  /** A fit that was asked the test, and how long each took. */
  private record Answered(Answers answers, Fitted fitted, double seconds) {}

  private Answered ask(
      Contender contender,
      Candidate settings,
      ToDoubleFunction<Recommender> validation,
      long seed) {
    try (Fitted fitted = settings.fit(split, validation, seed)) {
      long start = System.nanoTime();
      Answers answers = Evaluation.of(split.test()).answers(fitted.recommender());
      double seconds = (System.nanoTime() - start) / 1e9;
      String name = contender.seeded() ? contender.name() + ", seed " + seed : settings.name();
      return new Answered(new Answers(name, answers.places(), answers.lists()), fitted, seconds);
    }
  }

  private RunRecord record(
      Contender contender, Search<Candidate> search, Answered answered, long seed) {
    Candidate best = search.best().settings();
    Map<String, Object> config = new LinkedHashMap<>(best.config());
    config.put(
        "tuning",
        search.trials().stream()
            .map(
                trial -> Map.of("settings", trial.settings().name(), "NDCG@10", trial.validation()))
            .toList());
    return new RunRecord(
        "leaderboard " + contender.name(),
        Instant.now().toString(),
        config,
        data,
        split.toString(),
        seed,
        Experiment.versions(),
        Experiment.machine(answered.fitted.device()),
        metrics(answered.answers),
        answered.fitted.curve(),
        Map.of(
            "tune", search.seconds(),
            "train", answered.fitted.seconds(),
            "test", answered.seconds));
  }

  private static Map<String, Double> metrics(Answers answers) {
    return Experiment.metrics(Score.of(answers.recommender(), answers.ranks()));
  }
}
