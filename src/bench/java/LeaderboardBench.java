import heed.evaluation.Metric;
import heed.experiment.Contender;
import heed.experiment.Contenders;
import heed.experiment.DataFingerprint;
import heed.experiment.Leaderboard;
import heed.experiment.SavedReport;
import heed.features.Feature;
import heed.features.FeatureSet;
import heed.features.ItemWords;
import heed.interactions.Attribute;
import heed.interactions.Attributes;
import heed.interactions.Columns;
import heed.interactions.Interactions;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The leaderboard of a log: file, columns (empty to guess), tries a kind, epochs of a network,
 * folder of run records, and which kinds enter (empty: all), parted by semicolons. Run by {@code
 * src/bench/leaderboard}.
 */
final class LeaderboardBench {

  private LeaderboardBench() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Columns columns = arguments[1].isEmpty() ? Columns.guessed() : Columns.parse(arguments[1]);
    Interactions log = Interactions.read(file, columns).cored(5);
    Sequences sequences = Sequences.of(log, 1);
    Split.Parts split = Split.leaveOneOut().of(sequences);
    System.out.println(split);
    Path folder = Path.of(arguments[4]);
    Leaderboard.Standings standings =
        new Leaderboard(
                DataFingerprint.of(file, log, sequences),
                split,
                Integer.parseInt(arguments[2]),
                List.of(1L, 2L, 3L))
            .run(
                folder,
                chosen(contenders(Integer.parseInt(arguments[3]), file, split), arguments[5]),
                System.out::println);
    System.out.println(standings.report());
    standings.tuned().forEach(System.out::println);
    SavedReport kept =
        SavedReport.of(
            standings.report().on(Metric.ndcg(10), Metric.hitRate(10), Metric.reciprocalRank()));
    kept.writeJson(folder.resolve("leaderboard.json"));
    kept.writeCsv(folder.resolve("leaderboard.csv"));
  }

  private static List<Contender> chosen(List<Contender> all, String names) {
    List<String> wanted = List.of(names.split(";"));
    return names.isEmpty()
        ? all
        : all.stream().filter(contender -> wanted.contains(contender.name())).toList();
  }

  /** Items are known by their words where MovieLens's files lie beside the log. */
  private static List<Contender> contenders(int epochs, Path file, Split.Parts split)
      throws IOException {
    Path films = file.resolveSibling("movies.csv");
    if (epochs == 0) {
      return Contenders.baselines();
    }
    if (Files.notExists(films)) {
      System.out.println("nothing is known of the items: interests and content stays away");
      return Contenders.all(epochs);
    }
    Attributes attributes =
        Attributes.read(
                films,
                "movieId",
                Attribute.text("title"),
                Attribute.categories("genres", "|").withMissing("(no genres listed)"))
            .and(
                Attributes.readGathered(
                    file.resolveSibling("tags.csv"), "movieId", Attribute.text("tag")));
    FeatureSet words =
        FeatureSet.of(
            Feature.multiHot("genres"), Feature.words("title", 1000), Feature.words("tag", 1000));
    return Contenders.all(
        epochs,
        ItemWords.of(
            words.fit(attributes, split.train().itemIds()), attributes, split.catalogue()));
  }
}
