package heed.interactions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file holds the user, the item, the time and, if there is one, the value.
 *
 * @param user the column of user ids
 * @param item the column of item ids
 * @param time the column of event times
 * @param value the column of ratings or counts, if the log has one
 */
public record Columns(String user, String item, String time, Optional<String> value) {

  public static Columns of(String user, String item, String time) {
    return new Columns(user, item, time, Optional.empty());
  }

  public Columns withValue(String column) {
    return new Columns(user, item, time, Optional.of(column));
  }

  /**
   * Reads columns from one line such as {@code user=who,item=what,time=when}; {@code value=} may be
   * added.
   *
   * @throws IllegalArgumentException if a part is unknown, or user, item or time is not named
   */
  public static Columns parse(String line) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String part : line.split(",", -1)) {
      int equals = part.indexOf('=');
      String role = equals < 0 ? part : part.substring(0, equals).strip();
      if (equals < 0 || !role.matches("user|item|time|value")) {
        throw malformed(line, "'" + part.strip() + "'");
      }
      named.put(role, part.substring(equals + 1).strip());
    }
    for (String role : new String[] {"user", "item", "time"}) {
      if (!named.containsKey(role)) {
        throw malformed(line, "no " + role);
      }
    }
    return new Columns(
        named.get("user"),
        named.get("item"),
        named.get("time"),
        Optional.ofNullable(named.get("value")));
  }

  private static IllegalArgumentException malformed(String line, String found) {
    return new IllegalArgumentException(
        "columns are written as user=NAME,item=NAME,time=NAME with an optional value=NAME; found "
            + found
            + " in '"
            + line
            + "'");
  }
}
