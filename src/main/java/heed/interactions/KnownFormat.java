package heed.interactions;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How a line of a known set's file is cut into named fields. */
sealed interface KnownFormat {

  /**
   * The texts of some fields of a line; empty where the line has none.
   *
   * @throws IllegalArgumentException saying what is wrong with the line
   */
  String[] fields(String line, List<String> names);

  /** Whether the first line names the columns, and how it must read; empty where it does not. */
  default String header() {
    return "";
  }

  /** Columns in this order, a header naming them. */
  static KnownFormat withHeader(String separator, String... columns) {
    return new Separated(separator, List.of(columns), true);
  }

  /** Columns in this order, no header. */
  static KnownFormat withoutHeader(String separator, String... columns) {
    return new Separated(separator, List.of(columns), false);
  }

  /** One JSON object a line. */
  static KnownFormat json() {
    return new JsonLines();
  }

  /** One Python dictionary a line, as Python prints it. */
  static KnownFormat python() {
    return new PythonLines();
  }

  /**
   * Fields between separators, never quoted.
   *
   * @param separator one or more characters
   * @param columns their names in file order, ours where the file has no header
   * @param headed whether the first line names them
   */
  record Separated(String separator, List<String> columns, boolean headed) implements KnownFormat {

    public Separated {
      columns = List.copyOf(columns);
    }

    @Override
    public String header() {
      return headed ? String.join(separator, columns) : "";
    }

    @Override
    public String[] fields(String line, List<String> names) {
      List<String> all = cut(line);
      if (all.size() != columns.size()) {
        throw new IllegalArgumentException(
            all.size() + " fields, but there are " + columns.size() + " columns");
      }
      String[] fields = new String[names.size()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = names.get(i).isEmpty() ? "" : all.get(columns.indexOf(names.get(i)));
      }
      return fields;
    }

    private List<String> cut(String line) {
      List<String> fields = new ArrayList<>(columns.size());
      int from = 0;
      for (int to = line.indexOf(separator); to >= 0; to = line.indexOf(separator, from)) {
        fields.add(line.substring(from, to));
        from = to + separator.length();
      }
      fields.add(line.substring(from));
      return fields;
    }
  }

  /** One JSON object a line. */
  record JsonLines() implements KnownFormat {

    @Override
    public String[] fields(String line, List<String> names) {
      try {
        JsonObject object = JsonParser.parseString(line).getAsJsonObject();
        return names.stream().map(name -> text(object.get(name))).toArray(String[]::new);
      } catch (JsonParseException | IllegalStateException notJson) {
        throw new IllegalArgumentException("not a JSON object: " + notJson.getMessage(), notJson);
      }
    }

    private static String text(JsonElement element) {
      return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }
  }

  /** One Python dictionary a line. */
  record PythonLines() implements KnownFormat {

    @Override
    public String[] fields(String line, List<String> names) {
      Map<String, String> entries = new PythonLiteral(line).entries();
      String[] fields = new String[names.size()];
      Arrays.setAll(fields, i -> entries.getOrDefault(names.get(i), ""));
      return fields;
    }
  }
}
