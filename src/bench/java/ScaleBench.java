import heed.compact.CompactLog;
import heed.compact.preparation.LargeLog;
import heed.compact.preparation.LargeLogProgress;
import heed.log.Interactions;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.NothingLearntException;
import heed.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How far one machine goes; run by {@code src/bench/scale}, a process for each part. */
final class ScaleBench {

  private static final long SEED = 1;
  private static final int CORE = 5;
  private static final long EVENTS_A_FILE = 50_000_000;
  private static final long EVENTS_A_USER = 60;
  private static final int ROUNDS = 3;

  /** Bytes that the database may hold beside the heap. */
  private static final long MEMORY = 2_500_000_000L;

  private ScaleBench() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path path = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "plant" -> plant(path, Long.parseLong(arguments[2]));
      case "prepare" -> prepare(path, Path.of(arguments[2]));
      case "memory" -> inMemory(path);
      case "train" -> train(path, Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException("no part called " + arguments[0]);
    }
  }

  /**
   * A log in the order of time: users and items drawn unevenly, by a hash of the row's number, and
   * every twentieth event of a user, every fiftieth of an item that is hardly seen again.
   */
  private static void plant(Path folder, long events) throws IOException, SQLException {
    Files.createDirectories(folder);
    long users = Math.max(100, events / EVENTS_A_USER);
    long items = Math.max(1_000, Math.min(200_000, events / 200));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '2GB'");
      for (long from = 0; from < events; from += EVENTS_A_FILE) {
        statement.execute(
            String.format(
                Locale.ROOT,
                "COPY (SELECT CASE WHEN hash(4 * range + 2) %% 20 = 0 THEN 1000000000 + CAST(hash(4"
                    + " * range) %% %d AS BIGINT) ELSE CAST(1 + %d * pow((hash(4 * range) >> 11) /"
                    + " 9007199254740992.0, 2) AS BIGINT) END AS user_id, CASE WHEN hash(4 * range"
                    + " + 3) %% 50 = 0 THEN 1000000000 + CAST(hash(4 * range + 1) %% %d AS INTEGER)"
                    + " ELSE CAST(1 + %d * pow((hash(4 * range + 1) >> 11) / 9007199254740992.0, 3)"
                    + " AS INTEGER) END AS item_id, 1600000000 + (range * 50000000) // %d AS"
                    + " timestamp FROM range(%d, %d)) TO '%s' (FORMAT PARQUET, COMPRESSION ZSTD)",
                Math.max(1, events / 60),
                users,
                Math.max(1, events / 200),
                items,
                events,
                from,
                Math.min(events, from + EVENTS_A_FILE),
                folder.resolve(
                    String.format(Locale.ROOT, "part-%03d.parquet", from / EVENTS_A_FILE))));
      }
    }
  }

  private static void prepare(Path folder, Path file) throws IOException {
    long begin = System.nanoTime();
    CompactLog log =
        LargeLog.of(folder)
            .prepared(heed.preparation.Steps.kCore(CORE))
            .withMemory(MEMORY)
            .withListener(ScaleBench::tell)
            .write(file);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"part\": \"on disk\", \"seconds\": %.1f, \"peak GiB\": %.2f, \"events\": %d, \"users\":"
            + " %d, \"items\": %d, \"bytes\": %d}%n",
        seconds,
        peak(),
        log.sequences().events(),
        log.sequences().size(),
        log.sequences().catalogue().size(),
        Files.size(file));
  }

  private static void tell(LargeLogProgress progress) {
    System.err.println("  " + progress);
  }

  /** The same in memory, of one file. */
  private static void inMemory(Path folder) throws IOException {
    long begin = System.nanoTime();
    Path file = folder.resolve("part-000.parquet");
    Sequences sequences = Sequences.of(Interactions.read(file).kCore(CORE), SEED);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"part\": \"in memory\", \"seconds\": %.1f, \"peak GiB\": %.2f, \"events\": %d}%n",
        seconds,
        peak(),
        sequences.events());
  }

  /** Mapped and in memory take turns, so that a busy moment of the machine meets both alike. */
  private static void train(Path file, int seconds) throws IOException {
    Sequences mapped = Split.leaveOneOut().of(CompactLog.open(file).sequences()).train();
    Sequences copied = copy(mapped);
    List<Double> ofMapped = new ArrayList<>();
    List<Double> ofCopied = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ofMapped.add(speed(mapped, seconds));
      ofCopied.add(speed(copied, seconds));
      System.err.printf(
          Locale.ROOT,
          "  round %d: %,.0f targets/s mapped, %,.0f in memory%n",
          round + 1,
          ofMapped.get(round),
          ofCopied.get(round));
    }
    System.out.printf(
        Locale.ROOT,
        "{\"part\": \"train\", \"mapped\": %.0f, \"memory\": %.0f, \"peak GiB\": %.2f}%n",
        median(ofMapped),
        median(ofCopied),
        peak());
  }

  private static double median(List<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The same events on the heap. */
  private static Sequences copy(Sequences mapped) {
    int[] lengths = IntStream.range(0, mapped.size()).map(mapped::length).toArray();
    int[] offsets = new int[lengths.length + 1];
    Arrays.setAll(offsets, i -> 0);
    for (int user = 0; user < lengths.length; user++) {
      offsets[user + 1] = offsets[user] + lengths[user];
    }
    int[] items = new int[offsets[lengths.length]];
    long[] times = new long[items.length];
    for (int user = 0; user < lengths.length; user++) {
      for (int i = 0; i < lengths[user]; i++) {
        items[offsets[user] + i] = mapped.item(user, i);
        times[offsets[user] + i] = 1_000 * mapped.time(user, i);
      }
    }
    List<String> users = IntStream.range(0, mapped.size()).mapToObj(mapped::user).toList();
    return Sequences.sorted(
        mapped.catalogue(), users, offsets, items, times, new int[0], List.of(), SEED);
  }

  /** Targets per second of a training that is stopped after so long. */
  private static double speed(Sequences train, int seconds) {
    double[] last = {Double.NaN};
    try {
      Training.of(SasrecConfig.defaults().withWidth(32).withMaxLength(50))
          .withEpochs(1)
          .withTimeLimit(Duration.ofSeconds(seconds))
          .fit(
              train,
              recommender -> 0,
              progress ->
                  last[0] =
                      Double.isNaN(progress.targetsPerSecond())
                          ? last[0]
                          : progress.targetsPerSecond())
          .close();
    } catch (NothingLearntException stopped) {
      // Before an epoch was over, as it was to be.
    }
    return last[0];
  }

  /** The largest resident memory of this process, with what is mapped, in GiB. */
  private static double peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / (1 << 20))
        .findFirst()
        .orElse(Double.NaN);
  }
}
