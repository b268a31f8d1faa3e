package heed.experiment;

import heed.file.UnreadableFileException;
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
 * @param unreadable why other files of their folder are not among them, each with its name
 */
public record Runs(List<RunRecord> records, List<String> unreadable) {

  public Runs {
    records = List.copyOf(records);
    unreadable = List.copyOf(unreadable);
  }

  /** Records without more. */
  public Runs(List<RunRecord> records) {
    this(records, List.of());
  }

  public static Runs of(RunRecord... records) {
    return new Runs(List.of(records));
  }

  /**
   * The records in a folder, in the order of their time. A damaged one is named in {@link
   * #unreadable} and hides none of the others.
   *
   * @param folder that {@link RunRecord#write} wrote to
   */
  public static Runs in(Path folder) throws IOException {
    List<RunRecord> read = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-*.json")) {
      for (Path file : files) {
        try {
          read.add(RunRecord.read(file));
        } catch (UnreadableFileException damaged) {
          unreadable.add(damaged.getMessage());
        }
      }
    }
    read.sort(Comparator.comparing(RunRecord::time));
    return new Runs(read, unreadable.stream().sorted().toList());
  }

  /** What they were asked for differently. */
  public Differences differences() {
    return Differences.of(records);
  }

  /** These and some more. */
  public Runs and(List<RunRecord> more) {
    List<RunRecord> all = new ArrayList<>(records);
    all.addAll(more);
    return new Runs(all, unreadable);
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
    unreadable.forEach(why -> text.append("left out: ").append(why).append(System.lineSeparator()));
    return text.toString().stripTrailing();
  }
}
