package heed.experiment;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.file.RecordCodec;
import heed.file.RecordFile;
import heed.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a report as they are kept: to be read by other programs, and to be held against
 * the next one.
 *
 * @param format carries the version of what is written
 * @param time when it was made, ISO 8601
 * @param caption how it was asked
 * @param figures one per recommender and column
 */
public record SavedReport(String format, String time, String caption, List<Figure> figures) {

  private static final String FORMAT = "heed report 1";

  private static final RecordFile FILE = RecordFile.of(RecordCodec.plain(), "report", FORMAT);

  /**
   * One figure.
   *
   * @param recommender whose
   * @param column its measure or segment
   * @param value the mean over questions
   * @param low the lower end of its interval
   * @param high the upper end
   * @param pValue against the best, adjusted
   * @param standing best, not distinguishable from it, or behind
   */
  public record Figure(
      String recommender,
      String column,
      double value,
      double low,
      double high,
      double pValue,
      String standing) {

    private static Figure of(String recommender, String column, Estimate estimate) {
      return new Figure(
          recommender,
          column,
          estimate.value(),
          estimate.interval().low(),
          estimate.interval().high(),
          estimate.pValue(),
          estimate.standing().toString());
    }

    private Estimate estimate() {
      Significance held =
          Arrays.stream(Significance.values())
              .filter(one -> one.toString().equals(standing))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          String.format(
                              Locale.ROOT,
                              "%s stands as '%s', which is none of %s",
                              recommender,
                              standing,
                              List.of(Significance.values()))));
      return new Estimate(value, new Interval(low, high), pValue, held);
    }

    private boolean isOf(Figure other) {
      return recommender.equals(other.recommender) && column.equals(other.column);
    }
  }

  public SavedReport {
    figures = List.copyOf(figures);
  }

  /** What is to be kept of a table: {@code SavedReport.of(report.on(Metric.ndcg(10)))}. */
  public static SavedReport of(EstimateTable table) {
    List<Figure> figures = new ArrayList<>();
    for (EstimateTable.Row row : table.rows()) {
      for (int column = 0; column < table.columns().size(); column++) {
        figures.add(
            Figure.of(row.name(), table.columns().get(column), row.estimates().get(column)));
      }
    }
    return new SavedReport(FORMAT, Instant.now().toString(), table.caption(), figures);
  }

  /** The table it was made of, to be shown and drawn like a new one. */
  public EstimateTable table() {
    List<String> columns = figures.stream().map(Figure::column).distinct().toList();
    Map<String, List<Estimate>> rows = new LinkedHashMap<>();
    for (Figure figure : figures) {
      rows.computeIfAbsent(figure.recommender, name -> new ArrayList<>()).add(figure.estimate());
    }
    return new EstimateTable(
        caption,
        columns,
        rows.entrySet().stream()
            .map(row -> new EstimateTable.Row(row.getKey(), row.getValue()))
            .toList());
  }

  /** Writes it as JSON, whole or not at all. */
  public void writeJson(Path file) throws IOException {
    FILE.writePretty(file, this);
  }

  /** Writes the figures as CSV, whole or not at all: a line each, with a head. */
  public void writeCsv(Path file) throws IOException {
    StringBuilder text = new StringBuilder("recommender,column,value,low,high,p,standing\n");
    for (Figure one : figures) {
      text.append(quoted(one.recommender)).append(',').append(quoted(one.column));
      text.append(String.format(Locale.ROOT, ",%s,%s,%s", one.value, one.low, one.high));
      text.append(String.format(Locale.ROOT, ",%s,%s\n", one.pValue, quoted(one.standing)));
    }
    WholeFile.write(file, text.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads what {@link #writeJson} wrote.
   *
   * @throws IllegalArgumentException if the file holds no report
   */
  public static SavedReport read(Path file) throws IOException {
    return FILE.read(file, SavedReport.class);
  }

  /**
   * What became of each figure since an earlier report, in words; what stayed the same is left out.
   */
  public List<String> changesSince(SavedReport earlier) {
    List<String> changes = new ArrayList<>();
    if (!caption.equals(earlier.caption)) {
      changes.add("asked otherwise: " + earlier.caption + "; now " + caption);
    }
    for (Figure now : figures) {
      Optional<Figure> before = earlier.find(now);
      if (before.isEmpty()) {
        changes.add(String.format(Locale.ROOT, "%s: new, %.4f", name(now), now.value));
      } else if (before.get().value != now.value) {
        changes.add(moved(before.get(), now));
      }
    }
    for (Figure before : earlier.figures) {
      if (find(before).isEmpty()) {
        changes.add(String.format(Locale.ROOT, "%s: gone, was %.4f", name(before), before.value));
      }
    }
    return changes;
  }

  private Optional<Figure> find(Figure wanted) {
    return figures.stream().filter(wanted::isOf).findFirst();
  }

  private static String moved(Figure before, Figure now) {
    boolean within = before.low <= now.value && now.value <= before.high;
    return String.format(
        Locale.ROOT,
        "%s: %.4f, was %.4f (%.4f to %.4f): %s",
        name(now),
        now.value,
        before.value,
        before.low,
        before.high,
        within ? "moved within its interval" : "moved out of its interval");
  }

  private static String name(Figure figure) {
    return figure.recommender + ", " + figure.column;
  }
}
