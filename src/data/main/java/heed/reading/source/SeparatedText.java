package heed.reading.source;

import heed.log.BadRow;
import heed.log.Columns;
import heed.log.ReadOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of rows with separated fields: CSV, TSV and the like. */
final class SeparatedText implements LogSource {

  /** Bytes of a line; a longer one is an unclosed quote or not a log. */
  static final int LONGEST_LINE = 2_000_000;

  /** So many broken rows are told apart; more than that are no file of rows at all. */
  private static final int MOST_REJECTED = 1_000_000;

  /** Bytes of a file that takes no time to count. */
  private static final int ALWAYS_COUNTED = 1 << 20;

  private static final String LAST_SCAN = "scan_id = (SELECT max(scan_id) FROM reject_scans)";

  private final PlainFile file;
  private final TextForm form;
  private final List<String> said;

  /** Nearly every file is without a fault, and need not be asked which. */
  private boolean rejectedAny;

  private SeparatedText(PlainFile file, TextForm form, List<String> said) {
    this.file = file;
    this.form = form;
    this.said = said;
  }

  static SeparatedText of(
      PlainFile file, FirstText first, Columns told, ReadOptions options, Path folder)
      throws IOException {
    UsualText usual = UsualText.of(file, first, told, options, folder);
    TextForm form = TextForm.of(usual.first(), file.named(), told, usual.options());
    return new SeparatedText(usual.file(), form, usual.said());
  }

  @Override
  public boolean hasNames() {
    return form.isNamed();
  }

  @Override
  public List<String> said() {
    return said;
  }

  @Override
  public String named() {
    return file.named();
  }

  @Override
  public List<String> header() {
    return form.header();
  }

  @Override
  public List<String[]> sample() {
    return form.rows();
  }

  @Override
  public void load(Database database, int... columns) throws SQLException, IOException {
    LongLines.refuse(file, LONGEST_LINE);
    PlainFile read = WideLines.shortened(file, form, database.folder().resolve("narrow"));
    boolean evened = false;
    try {
      database.run(statement(read.file(), true, columns));
      rejectedAny = rejectedAny(database);
      if (rejectedAny && mayHaveLostItsWay(database)) {
        database.run("DROP TABLE " + HELD);
        database.run(statement(read.file(), false, columns));
      }
    } catch (SQLException odd) {
      loadEvened(database, read, odd, columns);
      rejectedAny = true;
      evened = true;
    }
    if (rejectedAny) {
      refuseOpenQuote(database);
    }
    List<Rejected> rejected = rejected(database);
    if (evened || !rejected.isEmpty() || Files.size(file.file()) < ALWAYS_COUNTED) {
      refuseLostRows(database.count("SELECT count(*) FROM " + HELD), rejected.size());
    }
  }

  /**
   * Quotes that are broken in more than one way may hide rows from the database. Counting again
   * takes longer than reading, so that a large file is counted only where something is amiss.
   */
  private void refuseLostRows(long held, long rejected) throws IOException {
    long rows = form.hasHeader() ? -1 : 0;
    try (Reader text = file.text()) {
      Records walk = new Records(text, form.separator(), form.quote());
      for (List<String> fields = walk.next(); fields != null; fields = walk.next()) {
        rows += fields.isEmpty() ? 0 : 1;
      }
    }
    if (rows != held + rejected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s cannot be taken apart with certainty: %,d rows by its line ends, %,d by its"
                  + " quotes; mend the quotes, or read with ReadOptions.withoutQuote() or --quote none"
                  + " if they are letters in this file",
              named(),
              rows,
              held + rejected));
    }
  }

  private static boolean rejectedAny(Database database) throws SQLException {
    return !database.rows("SELECT 1 FROM reject_errors LIMIT 1").isEmpty();
  }

  /** A thread that begins in the middle of a file cannot know of a quote left open before it. */
  private static boolean mayHaveLostItsWay(Database database) throws SQLException {
    return !database
        .rows(
            "SELECT 1 FROM reject_errors WHERE error_type IN ('UNQUOTED VALUE', 'LINE SIZE OVER"
                + " MAXIMUM') LIMIT 1")
        .isEmpty();
  }

  /** The reader stops at a file whose line ends differ from line to line. */
  private void loadEvened(Database database, PlainFile read, SQLException odd, int... columns)
      throws SQLException, IOException {
    Path copy = database.folder().resolve("evened");
    LineEnds.even(read, form, copy);
    try {
      database.run("DROP TABLE IF EXISTS " + HELD);
      database.run(statement(copy, false, columns));
    } catch (SQLException again) {
      again.addSuppressed(odd);
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s cannot be taken apart into rows, separated by '%s' and quoted by %s; if it is"
                  + " written otherwise, say so: ReadOptions.withSeparator, withQuote, or --separator, --quote (%s)",
              named(),
              form.separator(),
              shownQuote(),
              Database.firstLine(again)),
          again);
    }
  }

  /** One open quote takes in all rows below it, so that it is never only one bad row. */
  private void refuseOpenQuote(Database database) throws SQLException, IOException {
    List<Rejected> open =
        database
            .rows(
                "SELECT line FROM reject_errors WHERE error_type = 'UNQUOTED VALUE' AND "
                    + LAST_SCAN
                    + " AND contains(trim(csv_line, chr(10) || chr(13)), chr(10)) ORDER BY line"
                    + " LIMIT 1")
            .stream()
            .map(row -> new Rejected(Long.parseLong(row[0]), ""))
            .toList();
    for (BadRow row : open.isEmpty() ? List.<BadRow>of() : lines(open, List.of(), 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s, line %d: a quote is left open, and takes in the lines below it; close it, or"
                  + " read with ReadOptions.withoutQuote() or --quote none if quotes are letters in"
                  + " this file",
              named(),
              row.line()));
    }
  }

  private String shownQuote() {
    return form.quote() == '\0' ? "nothing" : "'" + form.quote() + "'";
  }

  private String statement(Path path, boolean parallel, int... columns) {
    String quote = form.quote() == '\0' ? "''" : Database.literal(String.valueOf(form.quote()));
    return "CREATE TABLE "
        + HELD
        + " AS SELECT "
        + IntStream.of(columns)
            .sorted()
            .distinct()
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining(", "))
        + " FROM read_csv("
        + Database.file(path)
        + ", auto_detect = false, hive_partitioning = false, compression = 'none', delim = "
        + Database.literal(form.separator())
        + (", quote = " + quote + ", escape = " + quote)
        + (", header = " + form.hasHeader() + ", parallel = " + parallel)
        + (", store_rejects = true, rejects_limit = " + MOST_REJECTED)
        + (", max_line_size = " + LONGEST_LINE)
        + IntStream.range(0, header().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", ", columns = {", "})"));
  }

  @Override
  public List<Rejected> rejected(Database database) throws SQLException {
    if (!rejectedAny) {
      return List.of();
    }
    List<String[]> rows =
        database.rows(
            "SELECT line, error_type, error_message FROM reject_errors"
                + " WHERE "
                + LAST_SCAN
                + " ORDER BY line, byte_position DESC");
    Map<Long, String> reasons = new HashMap<>();
    for (String[] row : rows) {
      String reason = reason(row[1], row[2]);
      reasons.merge(Long.parseLong(row[0]), reason, SeparatedText::graver);
    }
    return reasons.entrySet().stream()
        .map(entry -> new Rejected(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Rejected::number))
        .toList();
  }

  /** A line too long or badly encoded has other faults too, which follow from it. */
  private static String graver(String one, String other) {
    return other.contains("longer than") || other.contains("UTF-8") ? other : one;
  }

  private String reason(String type, String message) {
    return switch (type) {
      case "MISSING COLUMNS", "TOO MANY COLUMNS" ->
          message.replaceAll(".*Found: ", "")
              + " fields, but "
              + (form.hasHeader()
                  ? "the header has " + header().size()
                  : "there are " + header().size() + " columns");
      case "UNQUOTED VALUE" -> "a quote is left open, or closed before the field ends";
      case "LINE SIZE OVER MAXIMUM" ->
          String.format(
              Locale.ROOT,
              "a field is longer than a line may be, %,d bytes; is a quote left open there?",
              LONGEST_LINE);
      case "INVALID ENCODING" ->
          "is not UTF-8 text; name its encoding: ReadOptions.withCharset, or --encoding";
      default -> message;
    };
  }

  @Override
  public List<BadRow> lines(List<Rejected> rejected, List<Rejected> refused, int most)
      throws IOException {
    Map<Long, String> byRecord = new HashMap<>();
    rejected.forEach(row -> byRecord.put(row.number(), row.reason()));
    Map<Long, String> byRow = new HashMap<>();
    refused.forEach(row -> byRow.put(row.number(), row.reason()));
    int wanted = Math.min(most, byRecord.size() + byRow.size());
    List<BadRow> bad = new ArrayList<>();
    try (Reader text = file.text()) {
      Records walk = new Records(text, form.separator(), form.quote());
      long row = form.hasHeader() ? -1 : 0;
      long record = 0;
      for (List<String> fields = walk.next();
          fields != null && bad.size() < wanted;
          fields = walk.next()) {
        record++;
        String reason = byRecord.get(record);
        if (reason == null && !fields.isEmpty()) {
          reason = byRow.get(row++);
        }
        if (reason != null) {
          bad.add(new BadRow(walk.line() + file.linesBefore(), reason));
        }
      }
    }
    return bad;
  }
}
