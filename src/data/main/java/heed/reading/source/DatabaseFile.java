package heed.reading.source;

import heed.log.BadRow;
import heed.reading.column.Shown;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file that names its columns itself: Parquet, or JSON with an object a row. */
public final class DatabaseFile implements LogSource {

  private static final int ROWS_LOOKED_AT = 1_000;

  /** No event has more fields of its own in JSON. */
  private static final int MOST_FIELDS = 200;

  private final PlainFile file;
  private final String relation;
  private final boolean hasLines;
  private final List<String> header;
  private final List<String[]> sample;

  private DatabaseFile(
      PlainFile file,
      String relation,
      boolean hasLines,
      List<String> header,
      List<String[]> sample) {
    this.file = file;
    this.relation = relation;
    this.hasLines = hasLines;
    this.header = header;
    this.sample = sample;
  }

  static DatabaseFile parquet(PlainFile file, Database database) throws SQLException {
    String relation = "read_parquet(" + Database.file(file.file()) + ", hive_partitioning = false)";
    return of(file, flat(relation, database), false, database);
  }

  /** Records inside of a row are columns by their path, as objects of JSON are. */
  private static String flat(String relation, Database database) throws SQLException {
    List<String[]> columns;
    try {
      columns = database.rows("DESCRIBE SELECT * FROM " + relation);
    } catch (SQLException broken) {
      return relation; // What is broken is told where its columns are asked for.
    }
    Set<String> records =
        columns.stream()
            .filter(column -> column[1].startsWith("STRUCT") && !column[1].endsWith("[]"))
            .map(column -> column[0])
            .collect(Collectors.toUnmodifiableSet());
    String texts =
        records.stream()
            .map(Database::identifier)
            .map(name -> "CAST(to_json(" + name + ") AS VARCHAR) AS " + name)
            .collect(Collectors.joining(", "));
    return records.isEmpty()
        ? relation
        : JsonPaths.relation(
            database,
            "(SELECT * REPLACE (" + texts + ") FROM " + relation + ")",
            columns.stream().map(column -> column[0]).toList(),
            records);
  }

  /**
   * Several files as one.
   *
   * @param folder in which they are, as {@code file}; what its folders are called, as in {@code
   *     day=2019-10-01}, are columns
   */
  static DatabaseFile parquet(PlainFile folder, List<Path> parts, Database database)
      throws SQLException {
    String files = parts.stream().map(Database::file).collect(Collectors.joining(", ", "[", "]"));
    String relation =
        "read_parquet("
            + files
            + ", union_by_name = true, hive_types_autocast = false, hive_partitioning = "
            + parts.stream().anyMatch(part -> !folder.file().equals(part.getParent()))
            + ")";
    return of(folder, flat(relation, database), false, database);
  }

  static DatabaseFile json(PlainFile file, FirstText first, Database database) throws SQLException {
    boolean spread = first.isSpreadJson();
    boolean lines = !first.isJsonArray() && !spread;
    String start =
        "read_json("
            + Database.file(file.file())
            + ", compression = 'none', hive_partitioning = false, format = "
            + (lines
                ? "'newline_delimited', ignore_errors = true"
                : spread ? "'unstructured'" : "'array'");
    List<String> names =
        columns(file, start + ", maximum_depth = 1, sample_size = 100000)", database);
    refuseZeros(file, names);
    String typed =
        names.stream()
            .map(name -> Database.literal(name) + ": 'VARCHAR'")
            .collect(Collectors.joining(", ", ", columns = {", "})"));
    return of(file, JsonPaths.relation(database, start + typed, names), lines, database);
  }

  /** A zero ends a statement, whoever wrote it. */
  private static void refuseZeros(PlainFile file, List<String> names) {
    for (String name : names) {
      if (name.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            file.named()
                + " has a key that holds a zero character, '"
                + name.replace("\0", "\\u0000")
                + "'; take it out");
      }
    }
  }

  private static DatabaseFile of(
      PlainFile file, String relation, boolean hasLines, Database database) throws SQLException {
    List<String> header = columns(file, relation, database);
    DatabaseFile source = new DatabaseFile(file, relation, hasLines, header, List.of());
    int[] all = IntStream.range(0, header.size()).toArray();
    List<String[]> sample = database.rows(source.select(all) + " LIMIT " + ROWS_LOOKED_AT);
    if (sample.isEmpty()) {
      throw new IllegalArgumentException(file.named() + " holds no events: it has no rows");
    }
    if (sample.size() == 1 && isDocument(sample.get(0))) {
      throw new IllegalArgumentException(
          file.named()
              + " is one JSON object with all events inside, "
              + Shown.names(header)
              + "; expected an array of objects, or an object a line, each an event. In pandas"
              + " that is to_json(orient='records', lines=True); with jq -c it is a path such as"
              + " '.hits.hits[]'");
    }
    return new DatabaseFile(file, relation, hasLines, header, sample);
  }

  /** Whether a single row holds lists or very many fields. */
  private static boolean isDocument(String[] row) {
    return row.length > MOST_FIELDS
        || Arrays.stream(row).anyMatch(text -> text != null && text.matches("(?s)\\[\\s*[\\[{].*"));
  }

  private static List<String> columns(PlainFile file, String relation, Database database) {
    try {
      return database.rows("DESCRIBE SELECT * FROM " + relation).stream()
          .map(row -> row[0])
          .toList();
    } catch (SQLException broken) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s begins as %s but cannot be read as such; is it cut off or damaged? (%s)",
              file.named(),
              relation.startsWith("read_parquet") ? "Parquet" : "JSON",
              Database.firstLine(broken)),
          broken);
    }
  }

  /** Whether several such files can be read as one table by {@link #selectOf}. */
  public boolean isParquet() {
    return relation.startsWith("read_parquet");
  }

  @Override
  public String named() {
    return file.named();
  }

  @Override
  public List<String> said() {
    return file.said();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public List<String[]> sample() {
    return sample;
  }

  @Override
  public void load(Database database, int... columns) throws SQLException {
    database.run("CREATE TABLE " + HELD + " AS " + select(columns));
  }

  private String select(int... columns) {
    return select(relation, columns);
  }

  /** The rows of several Parquet files with these columns, as texts. */
  public String selectOf(List<Path> files, int... columns) {
    return select(
        files.stream()
            .map(Database::file)
            .collect(
                Collectors.joining(
                    ", ", "read_parquet([", "], union_by_name = true, hive_partitioning = false)")),
        columns);
  }

  private String select(String from, int... columns) {
    return "SELECT "
        + IntStream.of(columns)
            .distinct()
            .mapToObj(
                i ->
                    "nullif(CAST("
                        + Database.identifier(header.get(i))
                        + " AS VARCHAR), '') AS c"
                        + i)
            .collect(Collectors.joining(", "))
        + " FROM "
        + from;
  }

  @Override
  public List<Rejected> rejected(Database database) {
    return List.of();
  }

  @Override
  public List<BadRow> lines(List<Rejected> rejected, List<Rejected> refused, int most)
      throws IOException {
    List<Rejected> shown = refused.subList(0, Math.min(most, refused.size()));
    Map<Long, Long> lines = hasLines ? linesOf(shown) : new HashMap<>();
    List<BadRow> bad = new ArrayList<>();
    for (Rejected row : shown) {
      bad.add(
          hasLines
              ? new BadRow(lines.getOrDefault(row.number(), row.number() + 1), row.reason())
              : new BadRow(row.number() + 1, row.reason(), "row"));
    }
    return bad;
  }

  /** The line of each row: blank lines hold none. */
  private Map<Long, Long> linesOf(List<Rejected> rows) throws IOException {
    Set<Long> wanted = new HashSet<>();
    rows.forEach(row -> wanted.add(row.number()));
    Map<Long, Long> lines = new HashMap<>();
    try (BufferedReader reader = new BufferedReader(file.text())) {
      long line = 1;
      long row = 0;
      boolean blank = true;
      for (int c = reader.read(); c >= 0 && lines.size() < wanted.size(); c = reader.read()) {
        if (blank && !Character.isWhitespace(c) && c != '\uFEFF') {
          blank = false;
          if (wanted.contains(row)) {
            lines.put(row, line);
          }
          row++;
        }
        if (c == '\n') {
          line++;
          blank = true;
        }
      }
    }
    return lines;
  }
}
