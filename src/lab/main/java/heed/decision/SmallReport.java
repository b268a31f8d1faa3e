package heed.decision;

import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.bundle.BundleNotes;
import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.Report;
import heed.evaluation.TestSetEvaluations;
import heed.experiment.DataFingerprint;
import heed.experiment.Experiment;
import heed.log.Counted;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Holdout;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a report ends where the log holds too little for a network: what was found and expected, the
 * figures that can be had, and popularity, ready to serve.
 *
 * @param page that grows
 * @param log as it was cleaned
 * @param options say where the bundle goes
 */
record SmallReport(Page page, ReportLog log, ReportOptions options) {

  private static final int LIST = 10;

  /** Nobody can be asked in earnest; popularity is asked for the last of two events, if any. */
  String popularityOnly(TooLittle little) throws IOException {
    Sequences all = Sequences.of(log.log(), 1);
    Split.Parts split = lastOfTwo(all);
    List<Object> parts = new ArrayList<>();
    parts.add(little.sentence());
    Map<String, Double> figures = Map.of();
    if (TooLittle.users(split.test()) > 1) {
      Report report = asked(split, List.of(Popularity.ever(split.train())));
      figures = figures(report);
      parts.add(
          "Popularity can be asked: it counts all other events, and is asked for the second event of"
              + " each user who has two. Nothing was tuned, and it may have counted what others did"
              + " later.");
      parts.add(report);
      parts.add(
          new Trace(options.folder(), DataFingerprint.of(log.file(), log.log()), split)
              .of("popularity", Map.of("model", "popularity, ever"), figures));
    } else {
      parts.add(
          "No figure can be had: hardly any user has an event to be asked for, once another has been"
              + " learnt from.");
    }
    page.add("question", "What can be asked", parts);
    return finish(little, Popularity.ever(all), all, figures);
  }

  /** The baselines are compared on the test; a network is not trained. */
  String baselinesOnly(TooLittle little, Split.Parts split, Trace trace, TunedBaselines baselines)
      throws IOException {
    page.progress("Evaluating on the test set");
    List<Recommender> all =
        baselines.tuned().stream().map(TunedBaselines.Tuned::recommender).toList();
    Report report = asked(split, all);
    List<Object> parts = new ArrayList<>();
    parts.add(little.sentence() + " So no network was trained, and these are the baselines alone.");
    parts.add(report);
    Recommender popular = baselines.popularity().recommender();
    Map<String, Double> figures =
        figures(
            new Report(
                report.holdout(),
                report.seen(),
                report.timesEvaluated(),
                List.of(report.answers().get(all.indexOf(popular)))));
    parts.add(trace.of("popularity", Map.of("model", popular.name()), figures));
    page.add("comparison", "The comparison", parts);
    return finish(little, popular, split.train(), figures);
  }

  private Report asked(Split.Parts split, List<Recommender> recommenders) throws IOException {
    return Evaluation.of(split.test())
        .withTestSetEvaluations(
            TestSetEvaluations.in(options.folder().resolve(Experiment.TEST_SET_EVALUATIONS)))
        .compare(recommenders.toArray(Recommender[]::new));
  }

  private static Map<String, Double> figures(Report report) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Metric metric : List.of(Metric.ndcg(LIST), Metric.hitRate(LIST))) {
      figures.put(metric.name(), report.answers().get(0).mean(metric));
    }
    return figures;
  }

  private String finish(
      TooLittle little, Recommender popular, Sequences counted, Map<String, Double> figures)
      throws IOException {
    page.add(
        "list",
        "What everybody would be shown",
        List.of(popular.recommend(counted.history(anybody(counted)), LIST, Seen.KEPT)));
    Bundle.save(
        options.bundle(),
        popular,
        BundleNotes.none().withPreparation(log.log().steps()).withMetrics(figures));
    String sentence =
        "Popularity is all there is: "
            + little.sentence().substring(0, 1).toLowerCase(Locale.ROOT)
            + little.sentence().substring(1);
    page.finish(
        List.of(
            new Page.Main(sentence),
            new Page.Heading("What would change that"),
            new Bullets(
                    Stream.of(
                            little.remedy() + ".",
                            "The log has "
                                + Counted.of(log.raw().size(), "event")
                                + " as it was read, and "
                                + Counted.of(log.log().size(), "event")
                                + " after it was cleaned; if that is fewer than you know of, look at"
                                + " what was read and which column was taken for what, above.")
                        .toList())
                .view(),
            new Page.Small("Ready to serve: environment/serve " + options.bundle() + ".")));
    return sentence;
  }

  private static int anybody(Sequences counted) {
    int user = 0;
    while (counted.length(user) == 0) {
      user++;
    }
    return user;
  }

  /** The second of two events is the test, all others are learnt from; nothing validates. */
  private static Split.Parts lastOfTwo(Sequences all) {
    int[] ends = new int[all.size()];
    Holdout.Builder test = new Holdout.Builder(all);
    for (int user = 0; user < ends.length; user++) {
      ends[user] = 1;
      if (all.length(user) > 1) {
        test.ask(user, 0, 1);
      }
    }
    Sequences train = all.slice(new int[ends.length], ends);
    Holdout asked = test.build();
    return new Split.Parts(
        "the second of two events",
        train,
        new Holdout.Builder(all).build(),
        asked,
        Leaks.of(train, asked));
  }
}
