package heed.reading.source;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Objects inside of objects, as columns: what stands under {@code {"user": {"id": 7}}} is called
 * {@code user.id}. Lists stay as they are.
 */
final class JsonPaths {

  private static final int ROWS_LOOKED_AT = 1_000;
  private static final int DEEPEST = 5;
  private static final int MOST = 200;

  private JsonPaths() {}

  /**
   * A relation with a column for each path to a value.
   *
   * @param source the rows in SQL, with a text for each key of the outermost objects
   * @param names those keys
   */
  static String relation(Database database, String source, List<String> names) throws SQLException {
    return relation(database, source, names, Set.copyOf(names));
  }

  /**
   * As {@link #relation(Database, String, List)}.
   *
   * @param looked the names of what may be objects
   */
  static String relation(Database database, String source, List<String> names, Set<String> looked)
      throws SQLException {
    List<String[]> rows =
        database.rows(
            "SELECT "
                + names.stream().map(Database::identifier).collect(Collectors.joining(", "))
                + " FROM "
                + source
                + " LIMIT "
                + ROWS_LOOKED_AT);
    List<String> columns = new ArrayList<>();
    boolean nested = false;
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      Set<List<String>> paths = new LinkedHashSet<>();
      if (looked.contains(names.get(i))) {
        rows.forEach(row -> addPaths(row[column], paths));
      }
      nested |= !paths.isEmpty();
      String key = Database.identifier(names.get(i));
      if (paths.isEmpty()) {
        columns.add(key);
      }
      for (List<String> path : paths) {
        columns.add(
            "json_extract_string("
                + key
                + ", "
                + Database.literal(pointer(path))
                + ") AS "
                + Database.identifier(names.get(i) + "." + String.join(".", path)));
      }
    }
    return nested ? "(SELECT " + String.join(", ", columns) + " FROM " + source + ")" : source;
  }

  private static void addPaths(String text, Set<List<String>> paths) {
    if (text == null || !text.startsWith("{")) {
      return;
    }
    try {
      JsonElement parsed = JsonParser.parseString(text);
      if (parsed.isJsonObject()) {
        walk(parsed.getAsJsonObject(), List.of(), paths);
      }
    } catch (JsonParseException noObject) {
      // A text that only begins like an object is a text.
    }
  }

  private static void walk(JsonObject object, List<String> above, Set<List<String>> paths) {
    for (String key : object.keySet()) {
      List<String> path = new ArrayList<>(above);
      path.add(key);
      JsonElement value = object.get(key);
      if (value.isJsonObject() && path.size() < DEEPEST) {
        walk(value.getAsJsonObject(), path, paths);
      } else if (paths.size() < MOST && key.indexOf('\0') < 0) {
        paths.add(List.copyOf(path));
      }
    }
  }

  private static String pointer(List<String> path) {
    return IntStream.range(0, path.size())
        .mapToObj(i -> "/" + path.get(i).replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
