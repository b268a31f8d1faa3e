import heed.log.Interactions;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From a log's file to a leave-one-out split, in Heed; prints its phases as one line of JSON. Run
 * by {@code src/bench/preparation}.
 */
final class PreparationBench {

  private static final long SEED = 1;

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final long begin = System.nanoTime();
  private long last = begin;

  private PreparationBench() {}

  public static void main(String[] arguments) throws IOException {
    PreparationBench bench = new PreparationBench();
    Interactions log = Interactions.read(Path.of(arguments[0]));
    bench.done("read");
    Interactions core = log.kCore(5);
    bench.done("5-core");
    Sequences sequences = Sequences.of(core, SEED);
    bench.done("index and sequences");
    Split.Parts parts = Split.leaveOneOut().of(sequences);
    bench.done("split");
    bench.tell(sequences, parts);
  }

  private void done(String phase) {
    long now = System.nanoTime();
    seconds.put(phase, (now - last) / 1e9);
    last = now;
  }

  private void tell(Sequences sequences, Split.Parts parts) throws IOException {
    seconds.put("total", (last - begin) / 1e9);
    String phases =
        seconds.entrySet().stream()
            .map(
                phase ->
                    String.format(Locale.ROOT, "\"%s\": %.3f", phase.getKey(), phase.getValue()))
            .collect(Collectors.joining(", "));
    System.out.printf(
        Locale.ROOT,
        "{\"side\": \"Heed\", \"seconds\": {%s}, \"peak GiB\": %.2f, \"counts\": {\"users\": %d,"
            + " \"items\": %d, \"train\": %d, \"tested\": %d}}%n",
        phases,
        peak(),
        sequences.size(),
        sequences.catalogue().size(),
        parts.train().events(),
        parts.validation().size() + parts.test().size());
  }

  /** The largest resident memory of this process, Java's heap and native memory together. */
  private static double peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / (1 << 20))
        .findFirst()
        .orElse(Double.NaN);
  }
}
