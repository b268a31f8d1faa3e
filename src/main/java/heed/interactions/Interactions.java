package heed.interactions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A log of interactions: who did something with which item, and when.
 *
 * <p>Immutable and safe to share between threads that only read. Rows stay in file order.
 */
public final class Interactions {

  private final Table table;
  private final List<String> reading;
  private final List<BadRow> badRows;
  private final Map<String, String> titles;

  private Interactions(
      Table table, List<String> reading, List<BadRow> badRows, Map<String, String> titles) {
    this.table = table;
    this.reading = List.copyOf(reading);
    this.badRows = List.copyOf(badRows);
    this.titles = Map.copyOf(titles);
  }

  /**
   * Reads a CSV or TSV file with a header, guessing which column is the user, the item and the
   * time; {@link #reading()} tells the guess.
   *
   * @throws IllegalArgumentException if the file is no such log; the message names the lines
   */
  public static Interactions read(Path path) {
    LogFile file = open(path);
    ColumnGuess guess =
        ColumnGuess.of(file.header(), file.rows().subList(0, Math.min(100, file.rows().size())));
    return read(file, guess.columns(), guess.reasons());
  }

  /**
   * Reads a CSV or TSV file with a header, taking the columns named.
   *
   * @throws IllegalArgumentException if the file is no such log; the message names the lines
   */
  public static Interactions read(Path path, Columns columns) {
    return read(open(path), columns, List.of("columns as told: " + columns));
  }

  private static LogFile open(Path path) {
    try {
      return LogFile.read(path);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    }
  }

  private static Interactions read(LogFile file, Columns columns, List<String> reading) {
    LogReader reader = new LogReader(file, columns);
    Table table = reader.read();
    return new Interactions(table, reading, reader.badRows(), Map.of());
  }

  /** The same log with titles for its items: id to title. Items without one keep their id. */
  public Interactions withTitles(Map<String, String> titles) {
    return new Interactions(table, reading, badRows, titles);
  }

  /**
   * The log without users and items of fewer than {@code k} events, taken away until none is left:
   * the k-core. The result does not depend on the order of rows.
   *
   * @param k least events of a user and of an item, at least 1
   * @throws IllegalArgumentException if nothing is left
   */
  public Interactions cored(int k) {
    boolean[] kept = KCore.keep(codes(users()), codes(items()), k);
    int[] rows = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              "a %d-core of %,d events keeps nothing; choose a smaller k", k, kept.length));
    }
    return new Interactions(table.rows(rows), reading, badRows, titles);
  }

  /** What is in the log and what is wrong with it, in words. */
  public LogReport report() {
    return LogReport.of(this);
  }

  /** How many events there are. */
  public int size() {
    return table.rowCount();
  }

  /** The user id of each event. */
  public StringColumn users() {
    return table.stringColumn("user");
  }

  /** The item id of each event. */
  public StringColumn items() {
    return table.stringColumn("item");
  }

  /** The time of each event. */
  public InstantColumn times() {
    return table.instantColumn("time");
  }

  /** A copy as a Tablesaw table with the columns user, item, time and value. */
  public Table table() {
    return table.copy();
  }

  /** Which column was taken for what, and why. */
  public List<String> reading() {
    return reading;
  }

  /** The rows that were left out, with line and reason. */
  public List<BadRow> badRows() {
    return badRows;
  }

  /** Titles by item id; empty if none were given. */
  public Map<String, String> titles() {
    return titles;
  }

  @Override
  public String toString() {
    return String.format(
        "%s: %,d events of %,d users with %,d items; %s%s",
        table.name(),
        size(),
        users().countUnique(),
        items().countUnique(),
        String.join(", ", reading),
        badRows.isEmpty() ? "" : String.format("; %,d bad rows left out", badRows.size()));
  }

  /** Numbers the distinct ids of a column 0, 1, ... in order of appearance. */
  static int[] codes(StringColumn ids) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] codes = new int[ids.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = numbers.computeIfAbsent(ids.get(i), id -> numbers.size());
    }
    return codes;
  }
}
