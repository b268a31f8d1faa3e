package heed.decision;

import heed.evaluation.Difference;
import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.Predictions;
import heed.evaluation.Report;
import heed.evaluation.Segments;
import heed.evaluation.TestSetEvaluations;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Power;
import heed.recipe.RecipeRun;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Holdout;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All recommenders on the test set, evaluated once.
 *
 * @param report of all: the baselines, the network and the blend
 * @param few of popularity, the best baseline, the network and the blend
 * @param fresh of all, asked about items that are new to the user only; nothing where hardly any
 *     target is one that she had before, or where all are
 * @param recommenders in the order of the first report
 * @param best the baseline that validated best
 * @param network by the recipe
 * @param together the network and what counts, as one
 */
record Contest(
    Report report,
    Report few,
    Optional<Report> fresh,
    List<Recommender> recommenders,
    Recommender best,
    Recommender network,
    Together together) {

  static final Metric METRIC = Metric.ndcg(10);

  /** Below it a difference is more than chance. */
  static final double LEVEL = .05;

  private static final int LENGTHS = 3;

  /** From one in so many on, targets that were seen are worth a look of their own. */
  private static final int FEW = 20;

  static Contest of(
      Split.Parts split, TunedBaselines baselines, RecipeRun run, TestSetEvaluations evaluations) {
    Recommender network = run.network().recommender();
    Together together = Together.of(run, baselines);
    List<Recommender> all = new ArrayList<>();
    baselines.tuned().forEach(one -> all.add(one.recommender()));
    all.add(network);
    together.contender().ifPresent(all::add);
    Report told =
        Evaluation.of(split.test())
            .withTestSetEvaluations(evaluations)
            .compare(all.toArray(Recommender[]::new));
    Report report = renamed(told, network, together);
    Recommender best = baselines.best().recommender();
    Recommender popular = baselines.popularity().recommender();
    List<Predictions> chosen =
        Stream.concat(Stream.of(popular, best, network), together.contender().stream())
            .distinct()
            .map(one -> report.answers().get(all.indexOf(one)))
            .toList();
    return new Contest(
        report,
        new Report(report.holdout(), report.seen(), report.timesEvaluated(), chosen),
        newItemsOnly(split.test(), all).map(asked -> renamed(asked, network, together)),
        all,
        best,
        network,
        together);
  }

  private static Optional<Report> newItemsOnly(Holdout test, List<Recommender> all) {
    if (test.repeatedTargetCount() * (long) FEW < test.targetCount()) {
      return Optional.empty();
    }
    Holdout fresh = test.newTargetsOnly();
    return fresh.size() == 0
        ? Optional.empty()
        : Optional.of(
            Evaluation.of(fresh).withSeen(Seen.EXCLUDED).compare(all.toArray(Recommender[]::new)));
  }

  /** What a blend is called with all its settings is too long for a table. */
  private static Report renamed(Report told, Recommender network, Together together) {
    return new Report(
        told.holdout(),
        told.seen(),
        told.timesEvaluated(),
        told.answers().stream()
            .map(
                one -> {
                  String name = one.recommender();
                  String brief =
                      name.equals(network.name()) ? "the network, " + name : together.called(name);
                  return new Predictions(brief, one.targetRanks(), one.lists());
                })
            .toList());
  }

  /** The blend, where there is one. */
  Optional<Recommender> blend() {
    return together.contender();
  }

  /** Every pair of the best baseline, the network and the blend, if there is one. */
  List<Difference> differences() {
    List<Predictions> three =
        Stream.concat(Stream.of(best, network), blend().stream())
            .map(one -> report.answers().get(recommenders.indexOf(one)))
            .toList();
    return new Report(report.holdout(), report.seen(), report.timesEvaluated(), three)
        .differences(METRIC);
  }

  /** What the users of the test show of the best baseline and the network. */
  Power power() {
    return Power.of(each(best), each(network), report.holdout().users());
  }

  private double[] each(Recommender one) {
    return report.answers().get(recommenders.indexOf(one)).each(METRIC);
  }

  /** A recommender's mean on the test. */
  double value(Recommender one) {
    return report.answers().get(recommenders.indexOf(one)).mean(METRIC);
  }

  /**
   * How far a recommender is behind the best where only what is new to a user is asked for: itself,
   * then the best. Nothing where that may be chance, adjusted for all pairs.
   */
  Optional<Difference> behindOnNewItems(Recommender one) {
    return fresh.flatMap(
        told -> {
          Predictions itself = told.answers().get(recommenders.indexOf(one));
          Predictions best =
              told.answers().stream()
                  .max(Comparator.comparingDouble(each -> each.mean(METRIC)))
                  .orElseThrow();
          List<Predictions> itselfFirst =
              Stream.concat(
                      Stream.of(itself),
                      told.answers().stream()
                          .filter(other -> !other.recommender().equals(itself.recommender())))
                  .toList();
          return new Report(told.holdout(), told.seen(), told.timesEvaluated(), itselfFirst)
              .differences(METRIC).stream()
                  .filter(pair -> pair.first().equals(itself.recommender()))
                  .filter(pair -> pair.second().equals(best.recommender()))
                  .filter(pair -> pair.pValue() < LEVEL)
                  .findFirst();
        });
  }

  /** By what users and items are like. */
  List<EstimateTable> segments(Split.Parts split) {
    Holdout test = split.test();
    List<EstimateTable> tables = new ArrayList<>();
    for (Segments segments :
        List.of(
            Segments.byHistoryLength(test, LENGTHS),
            Segments.byPopularity(split.train(), test),
            Segments.byColdStart(split.train(), test))) {
      tables.add(few.by(segments, METRIC));
    }
    return tables;
  }
}
