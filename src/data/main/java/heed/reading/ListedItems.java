package heed.reading;

import heed.log.ColumnRole;
import heed.reading.source.Database;
import heed.reading.source.LogSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists of items in a field: each item becomes an event of its own, in the order of the list, and
 * keeps its row's number for whoever asks where it stood.
 */
final class ListedItems {

  /** The table of single events; {@code line} is the row of {@link LogSource#HELD}. */
  static final String TABLE = "listed";

  private static final int ROWS_LOOKED_AT = 1_000;
  private static final double MOST = .5;

  /**
   * Ids with something between them; not a date, and not a number with a decimal comma. It never
   * looks back at what it has passed: a line of 40 kB would else take minutes, or more of the stack
   * than there is.
   */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?!\\d{4}-\\d)(?!-?\\d+,\\d+$)"
              + "(?=[A-Za-z_-]*+\\d)[\\w-]++([ |;,]++(?=[A-Za-z_-]*+\\d)[\\w-]++)++");

  private ListedItems() {}

  /**
   * Whether a column of {@link LogSource#HELD} holds lists rather than ids. An id may be of several
   * parts, too, such as an ISBN; but those keep their places, where items of lists change them.
   */
  static boolean isIn(Database database, int column) throws SQLException {
    List<String> texts =
        database
            .rows(
                String.format(
                    Locale.ROOT,
                    "SELECT c%1$d FROM %2$s WHERE c%1$d IS NOT NULL LIMIT %3$d",
                    column,
                    LogSource.HELD,
                    ROWS_LOOKED_AT))
            .stream()
            .map(row -> row[0].strip())
            .toList();
    long lists = texts.stream().filter(text -> text.matches("(?s)\\[[^{].*\\]")).count();
    long several = texts.stream().filter(SEVERAL.asMatchPredicate()).count();
    return lists > MOST * texts.size() || (several > MOST * texts.size() && changePlaces(texts));
  }

  private static boolean changePlaces(List<String> texts) {
    Map<String, Integer> first = new HashMap<>();
    Set<String> moved = new HashSet<>();
    for (String text : texts) {
      String[] parts = text.split("[ |;,]+", -1);
      for (int place = 0; place < parts.length; place++) {
        Integer before = first.putIfAbsent(parts[place], place);
        if (before != null && before != place) {
          moved.add(parts[place]);
        }
      }
    }
    return moved.size() > MOST * first.size();
  }

  /**
   * Makes the table of single events.
   *
   * @param positions the columns of each role; of items, lists before single ones
   */
  static void expand(Database database, Map<ColumnRole, List<Integer>> positions)
      throws SQLException {
    List<Integer> items = positions.get(ColumnRole.ITEM);
    String others =
        positions.entrySet().stream()
            .filter(entry -> entry.getKey() != ColumnRole.ITEM)
            .flatMap(entry -> entry.getValue().stream())
            .distinct()
            .map(position -> ", c" + position)
            .collect(Collectors.joining());
    String lists =
        items.stream().map(ListedItems::list).collect(Collectors.joining(", ", "flatten([", "])"));
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %s AS SELECT line, unnest(list) AS c%d%s FROM (SELECT rowid AS line, CASE"
                + " WHEN len(%s) = 0 THEN [NULL] ELSE %s END AS list%s FROM %s)",
            TABLE,
            items.get(0),
            others,
            lists,
            lists,
            others,
            LogSource.HELD));
  }

  private static String list(int position) {
    String held = "c" + position;
    return String.format(
        Locale.ROOT,
        "coalesce(CASE WHEN starts_with(%1$s, '[') AND json_valid(%1$s) THEN"
            + " try_cast(from_json(%1$s, '[\"VARCHAR\"]') AS VARCHAR[]) END,"
            + " regexp_extract_all(%1$s, '[^\\s|;,\\[\\]\"''\\(\\)]+'), []::VARCHAR[])",
        held);
  }

  /** The rows of bad events, each once. */
  static List<LogSource.Rejected> rows(Database database, List<LogSource.Rejected> events)
      throws SQLException {
    Map<Long, String> reasons =
        events.stream()
            .collect(Collectors.toMap(LogSource.Rejected::number, LogSource.Rejected::reason));
    String numbers =
        events.stream()
            .map(event -> String.valueOf(event.number()))
            .collect(Collectors.joining(", "));
    return database
        .rows(
            "SELECT line, min(rowid) FROM "
                + TABLE
                + " WHERE rowid IN ("
                + numbers
                + ") GROUP BY line ORDER BY line")
        .stream()
        .map(
            row ->
                new LogSource.Rejected(Long.parseLong(row[0]), reasons.get(Long.parseLong(row[1]))))
        .toList();
  }
}
