package heed.experiment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Run records to compare.
 *
 * @param records in the order of their runs
 */
public record Runs(List<RunRecord> records) {

  public Runs {
    records = List.copyOf(records);
  }

  public static Runs of(RunRecord... records) {
    return new Runs(List.of(records));
  }

  /**
   * The records in a folder, in the order of their time.
   *
   * @param folder that {@link RunRecord#write} wrote to
   */
  public static Runs in(Path folder) throws IOException {
    List<RunRecord> read = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-*.json")) {
      for (Path file : files) {
        read.add(RunRecord.read(file));
      }
    }
    read.sort(Comparator.comparing(RunRecord::time));
    return new Runs(read);
  }

  /** What they were asked for differently. */
  public Differences differences() {
    return Differences.of(records);
  }

  /** These and some more. */
  public Runs and(List<RunRecord> more) {
    List<RunRecord> all = new ArrayList<>(records);
    all.addAll(more);
    return new Runs(all);
  }

  /** The mean of a metric over the runs; {@code NaN} without runs. */
  public double mean(String metric) {
    return records.stream()
        .mapToDouble(record -> record.metric(metric))
        .average()
        .orElse(Double.NaN);
  }

  /** The smallest value of a metric among the runs; {@code NaN} without runs. */
  public double least(String metric) {
    return records.stream().mapToDouble(record -> record.metric(metric)).min().orElse(Double.NaN);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (RunRecord record : records) {
      text.append(
          String.format(
              Locale.ROOT, "%s, seed %d: %s%n", record.name(), record.seed(), record.metrics()));
    }
    return text.toString().stripTrailing();
  }
}
