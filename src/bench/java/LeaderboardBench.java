import heed.experiment.Contenders;
import heed.experiment.DataFingerprint;
import heed.experiment.Leaderboard;
import heed.interactions.Columns;
import heed.interactions.Interactions;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.nio.file.Path;
import java.util.List;

/**
 * The leaderboard of a log: file, columns (empty to guess), tries a kind, epochs of a network,
 * folder of run records. Run by {@code src/bench/leaderboard}.
 */
final class LeaderboardBench {

  private LeaderboardBench() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Columns columns = arguments[1].isEmpty() ? Columns.guessed() : Columns.parse(arguments[1]);
    Interactions log = Interactions.read(file, columns).cored(5);
    Sequences sequences = Sequences.of(log, 1);
    Split.Parts split = Split.leaveOneOut().of(sequences);
    System.out.println(split);
    int epochs = Integer.parseInt(arguments[3]);
    Leaderboard.Standings standings =
        new Leaderboard(
                DataFingerprint.of(file, log, sequences),
                split,
                Integer.parseInt(arguments[2]),
                List.of(1L, 2L, 3L))
            .run(
                Path.of(arguments[4]),
                epochs == 0 ? Contenders.baselines() : Contenders.all(epochs),
                System.out::println);
    System.out.println(standings.report());
    standings.tuned().forEach(System.out::println);
  }
}
