package heed.notebook;

import heed.evaluation.TestSetEvaluations;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import heed.reading.LogSettings;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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

  /** The folder of another data set that comes with the course, such as online-retail-ii. */
  public Path data(String name) {
    return home().resolve("data").resolve(name);
  }

  /** Whether the course runs on the bundled log, whose items have titles. */
  public boolean isBundled() {
    return environment.getOrDefault("HEED_DATA", "").isEmpty();
  }

  /**
   * The log: the bundled one with titles and genres, or one's own, read as the options of {@code
   * environment/lab} say and, where they say nothing, as {@code my-log.heed.json} beside it does.
   * The first run writes that file, with what it took, to be corrected by hand.
   */
  public Interactions log() {
    return isBundled()
        ? Interactions.read(
                file(), Columns.guessed(), ReadOptions.defaults().withListener(LiveReading.here()))
            .withItemAttributes(films())
        : new OwnLog(file(), told(), runs()).read();
  }

  /** What the options of the command line say. */
  private LogSettings told() {
    LogSettings settings = LogSettings.none();
    for (String option : LogSettings.OPTIONS) {
      String text =
          environment.getOrDefault("HEED_" + option.toUpperCase(Locale.ROOT).replace('-', '_'), "");
      settings = text.isEmpty() ? settings : settings.with(option, text);
    }
    return settings;
  }

  private Attributes films() {
    return Attributes.read(
        bundled("movies.csv"),
        "movieId",
        Attribute.text("title"),
        Attribute.categories("genres", "|").withMissing("(no genres listed)"));
  }

  /**
   * A history typed by title, or by id. On a log of your own, type its titles or ids; the films
   * that the course asks about are not there, and the last events of the first user stand in for
   * them.
   *
   * @throws IllegalArgumentException if something typed is neither, offering what is near
   */
  public History history(Sequences sequences, String... titles) {
    Catalogue catalogue = sequences.catalogue();
    boolean standsIn =
        !isBundled()
            && Arrays.stream(titles).noneMatch(typed -> knows(catalogue, typed))
            && Arrays.stream(titles).allMatch(this::isFilm);
    return standsIn ? sequences.history(0).last(STAND_IN_LENGTH) : catalogue.history(titles);
  }

  private static boolean knows(Catalogue catalogue, String typed) {
    try {
      return catalogue.history(typed).length() == 1;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private boolean isFilm(String typed) {
    Attributes films = films();
    return films.ids().stream()
        .map(id -> films.text("title", id))
        .anyMatch(
            title -> title.equals(typed) || title.matches(Pattern.quote(typed) + "(, .*)? \\(.*"));
  }

  /**
   * A stretch of time to look back: as long as the course says on the bundled log, on a log of your
   * own no longer than a quarter of the time that the log covers.
   *
   * @param full the length on the bundled log
   */
  public Duration window(Interactions log, Duration full) {
    long[] times = log.events().times();
    long first = Arrays.stream(times).min().orElse(0);
    long last = Arrays.stream(times).max().orElse(0);
    Duration quarter = Duration.ofMillis(Math.max(1, (last - first) / 4));
    return isBundled() || quarter.compareTo(full) > 0 ? full : quarter;
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

  /** Where run records go: what {@code HEED_RUNS} names, else {@code runs}; it need not exist. */
  public Path runs() {
    String told = environment.getOrDefault("HEED_RUNS", "");
    return told.isEmpty() ? home().resolve("runs") : Path.of(told);
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
