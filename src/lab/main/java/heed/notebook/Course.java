package heed.notebook;

import heed.evaluation.TestSetEvaluations;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the notebooks of the course ask of their surroundings: which log to run on, how long to
 * train, where to write. {@code environment/lab} answers through the environment.
 */
public final class Course {

  private static final String BUNDLED = "data/ml-latest-small";

  /** How many events stand in for a typed history on another log than the bundled one. */
  private static final int STAND_IN_LENGTH = 8;

  private final Map<String, String> environment;

  Course(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The course as {@code environment/lab} started it. */
  public static Course here() {
    return new Course(System.getenv());
  }

  /** The log's file: the bundled ratings, or the one named with {@code --data}. */
  public Path file() {
    String own = environment.getOrDefault("HEED_DATA", "");
    return own.isEmpty() ? bundled("ratings.csv") : Path.of(own);
  }

  /** A file that comes with the course, such as {@code movies.csv}, whatever log it runs on. */
  public Path bundled(String file) {
    return home().resolve(BUNDLED).resolve(file);
  }

  /** Whether the course runs on the bundled log, whose items have titles. */
  public boolean isBundled() {
    return environment.getOrDefault("HEED_DATA", "").isEmpty();
  }

  /**
   * The log, read with the columns named by {@code --columns} or else guessed, and with titles and
   * genres where the bundled log has them.
   */
  public Interactions log() {
    String columns = environment.getOrDefault("HEED_COLUMNS", "");
    Interactions log =
        Interactions.read(
            file(),
            columns.isEmpty() ? Columns.guessed() : Columns.parse(columns),
            ReadOptions.defaults().withListener(LiveReading.here()));
    return isBundled() ? log.withItemAttributes(films()) : log;
  }

  private Attributes films() {
    return Attributes.read(
        bundled("movies.csv"),
        "movieId",
        Attribute.text("title"),
        Attribute.categories("genres", "|").withMissing("(no genres listed)"));
  }

  /**
   * A history typed by title. On a log of your own those films are not there: the last events of
   * the first user stand in for them.
   */
  public History history(Sequences sequences, String... titles) {
    return isBundled()
        ? sequences.catalogue().history(titles)
        : sequences.history(0).last(STAND_IN_LENGTH);
  }

  /** So many epochs; in quick mode ({@code --quick}) at most two, to see that all of it runs. */
  public int epochs(int full) {
    return isQuick() ? Math.min(2, full) : full;
  }

  /** Whether this is a quick run, whose figures mean nothing. */
  public boolean isQuick() {
    return environment.getOrDefault("HEED_QUICK", "").equals("1");
  }

  /**
   * A check that a result is in its expected range: on the bundled log and a full run it must hold;
   * elsewhere it is only told whether it does.
   *
   * @throws IllegalStateException if it must hold and does not
   */
  public String check(String claim, boolean holds) {
    if (!holds && isBundled() && !isQuick()) {
      throw new IllegalStateException("expected, but not so: " + claim);
    }
    String note = isQuick() ? " (a quick run: its figures mean nothing)" : "";
    return (holds ? "\u2713 " : "\u2717 not on this log: ") + claim + note;
  }

  /** Where run records go; the folder need not exist. */
  public Path runs() {
    return home().resolve("runs");
  }

  /** A stored result of a benchmark, such as {@code leaderboard.json}. */
  public Path result(String name) {
    return home().resolve("src/bench/results").resolve(name);
  }

  /** Counts how often a test was opened, in a file beside the run records. */
  public TestSetEvaluations testSetEvaluations() {
    return TestSetEvaluations.in(runs().resolve("test-set-evaluations.txt"));
  }

  /** The folder that holds {@code notebooks}, {@code data} and {@code src}. */
  private Path home() {
    String told = environment.getOrDefault("HEED_HOME", "");
    if (!told.isEmpty()) {
      return Path.of(told);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(BUNDLED))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "no folder with "
            + BUNDLED
            + " here or above; start the notebook with environment/lab, or set HEED_HOME to the"
            + " folder of this project");
  }
}
