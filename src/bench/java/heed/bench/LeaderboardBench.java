package heed.bench;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickFeatures;
import heed.clicks.preparation.ClickLabels;
import heed.clicks.preparation.ClickSplit;
import heed.evaluation.Categories;
import heed.evaluation.Metric;
import heed.evaluation.Report;
import heed.evaluation.Segments;
import heed.evaluation.clicks.ClickMeasure;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.significance.EstimateTable;
import heed.experiment.DataFingerprint;
import heed.experiment.SavedReport;
import heed.features.ItemWords;
import heed.features.fitting.Count;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Columns;
import heed.log.Interactions;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;

/**
 * The leaderboards of a log, of recommenders and of predictors of clicks: file, columns (empty to
 * guess), tries a kind, epochs of a network, folder of run records, which kinds enter (empty: all)
 * parted by semicolons, and from which value on a row is a click (empty: every row is, beside a
 * drawn one that is none). Run by {@code src/bench/leaderboard}.
 */
final class LeaderboardBench {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  private final Path file;
  private final Interactions log;
  private final int tries;
  private final int epochs;
  private final Path folder;
  private final List<String> only;

  private LeaderboardBench(String[] arguments) throws IOException {
    file = Path.of(arguments[0]);
    Columns columns = arguments[1].isEmpty() ? Columns.guessed() : Columns.parse(arguments[1]);
    log = Interactions.read(file, columns);
    tries = Integer.parseInt(arguments[2]);
    epochs = Integer.parseInt(arguments[3]);
    folder = Path.of(arguments[4]);
    only = arguments[5].isEmpty() ? List.of() : List.of(arguments[5].split(";"));
  }

  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().getLogger("").setLevel(Level.WARNING); // Tribuo tells every step.
    LeaderboardBench bench = new LeaderboardBench(arguments);
    bench.rankings();
    bench.clicks(
        arguments[6].isEmpty()
            ? ClickLabels.sampledNegatives(1, 1)
            : ClickLabels.atLeast(Double.parseDouble(arguments[6])));
  }

  private void rankings() throws IOException {
    Interactions dense = log.kCore(5);
    Sequences sequences = Sequences.of(dense, 1);
    Split.Parts split = Split.leaveOneOut().of(sequences);
    List<Candidate<Sequences, Recommender>> some = chosen(recommenders(split), "rankings");
    if (some.isEmpty()) {
      return;
    }
    System.out.println(split);
    BenchmarkResult<Report> result =
        new Leaderboard(DataFingerprint.of(file, dense, sequences), split, tries, SEEDS)
            .run(folder, some, System.out::println);
    System.out.println(result.report());
    result.tuned().forEach(System.out::println);
    keep(
        result.report().on(Metric.ndcg(10), Metric.hitRate(10), Metric.reciprocalRank()),
        "leaderboard");
    for (Segments each : segments(split)) {
      EstimateTable table = result.report().by(each, Metric.ndcg(10));
      System.out.println(table);
      keep(table, "leaderboard by " + each.name());
    }
  }

  /** For whom each recommender does well; by drift where the kinds of the items are known. */
  private List<Segments> segments(Split.Parts split) throws IOException {
    List<Segments> segments = new ArrayList<>();
    segments.add(Segments.byHistoryLength(split.test(), 3));
    segments.add(Segments.byPeriod(split.test(), 3));
    segments.add(Segments.byPopularity(split.train(), split.test()));
    segments.add(Segments.byColdStart(split.train(), split.test()));
    if (isOfFilms()) {
      Attributes films = withGenres(log).itemAttributes();
      segments.add(
          Segments.byDrift(split.test(), Categories.of(split.catalogue(), films, "genres")));
    }
    return segments;
  }

  private void clicks(ClickLabels labels) throws IOException {
    List<Candidate<Clicks, ClickPredictor>> some =
        chosen(epochs == 0 ? Candidates.clickBaselines() : Candidates.clicks(epochs), "clicks");
    if (some.isEmpty()) {
      return;
    }
    Interactions clicked = labels.of(withGenres(log));
    ClickFeatures counts =
        ClickFeatures.none()
            .withUserCounts(Count.ofUser(), Count.ofUser().ofType(Clicks.CLICK))
            .withItemCounts(Count.ofItem(), Count.ofItem().ofType(Clicks.CLICK));
    ClickSplit.Parts split =
        ClickSplit.byTime(.7, .1)
            .of(clicked, isOfFilms() ? counts.withItems(Feature.multiHot("genres")) : counts, 1);
    System.out.println(labels.name() + "; " + split);
    BenchmarkResult<ClickReport> result =
        new ClickLeaderboard(DataFingerprint.of(file, clicked), split, tries, SEEDS)
            .run(folder, some, System.out::println);
    EstimateTable table = result.report().on(ClickMeasure.values());
    System.out.println(table);
    System.out.println(result.report());
    result.tuned().forEach(System.out::println);
    keep(table, "click-leaderboard");
  }

  private void keep(EstimateTable table, String name) throws IOException {
    SavedReport kept = SavedReport.of(table);
    String file = name.replace(' ', '-');
    kept.writeJson(folder.resolve(file + ".json"));
    kept.writeCsv(folder.resolve(file + ".csv"));
  }

  private <T, P> List<Candidate<T, P>> chosen(List<Candidate<T, P>> all, String board) {
    return only.isEmpty() || only.contains(board)
        ? all
        : all.stream().filter(candidate -> only.contains(candidate.name())).toList();
  }

  private Path films() {
    return file.resolveSibling("movies.csv");
  }

  /** Items are known by their words and genres where MovieLens's files lie beside the log. */
  private boolean isOfFilms() {
    return Files.exists(films());
  }

  private Interactions withGenres(Interactions given) throws IOException {
    return isOfFilms()
        ? given.withItemAttributes(
            Attributes.read(
                films(),
                "movieId",
                Attribute.text("title"),
                Attribute.categories("genres", "|").withMissing("(no genres listed)")))
        : given;
  }

  private List<Candidate<Sequences, Recommender>> recommenders(Split.Parts split)
      throws IOException {
    if (epochs == 0) {
      return Candidates.baselines();
    }
    if (!isOfFilms()) {
      System.out.println("nothing is known of the items: interests and content stays away");
      return Candidates.all(epochs);
    }
    Attributes attributes =
        withGenres(log)
            .itemAttributes()
            .and(
                Attributes.readGathered(
                    file.resolveSibling("tags.csv"), "movieId", Attribute.text("tag")));
    FeatureSet words =
        FeatureSet.of(
            Feature.multiHot("genres"), Feature.words("title", 1000), Feature.words("tag", 1000));
    return Candidates.all(
        epochs,
        ItemWords.of(
            words.fit(attributes, split.train().itemIds()), attributes, split.catalogue()));
  }
}
