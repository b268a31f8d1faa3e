package heed.log;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which column of a log holds what. A role that is not named here is guessed.
 *
 * <p>A column is called by its name or, where no column has that name, by its position: "1", "2",
 * and so on. Two columns, a date and a time of day, are one time as {@code date+time}.
 *
 * @param names the column of each role that is named
 * @param timePattern how the times are written, such as {@code dd/MM/yyyy HH:mm}, if not as numbers
 *     or in ISO 8601
 */
public record Columns(Map<ColumnRole, String> names, Optional<String> timePattern) {

  public Columns {
    names = Map.copyOf(names);
    timePattern.filter(told -> !TimePattern.isUnit(told)).ifPresent(TimePattern::sql);
  }

  /** Nothing is named, everything guessed. */
  public static Columns guessed() {
    return new Columns(Map.of(), Optional.empty());
  }

  /**
   * The columns of users, items and times.
   *
   * @throws IllegalArgumentException if one is named twice
   */
  public static Columns of(String user, String item, String time) {
    return guessed().withUser(user).withItem(item).withTime(time).requireDistinct();
  }

  /**
   * These columns, if none is named for two roles. What reads a log asks this, so that a role can
   * be renamed while another still has its old name.
   *
   * @throws IllegalArgumentException if one is named twice
   */
  public Columns requireDistinct() {
    Map<String, ColumnRole> roles = new HashMap<>();
    for (ColumnRole role : ColumnRole.values()) {
      String column = names.get(role);
      ColumnRole other = column == null ? null : roles.put(column, role);
      if (other != null) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "found the column '%s' named twice, as %s and as %s, expected another one for each;"
                    + " leave out what is to be guessed",
                column,
                other.name().toLowerCase(Locale.ROOT),
                role.name().toLowerCase(Locale.ROOT)));
      }
    }
    return this;
  }

  public Columns withUser(String column) {
    return with(ColumnRole.USER, column);
  }

  public Columns withItem(String column) {
    return with(ColumnRole.ITEM, column);
  }

  public Columns withTime(String column) {
    return with(ColumnRole.TIME, column);
  }

  public Columns withValue(String column) {
    return with(ColumnRole.VALUE, column);
  }

  public Columns withType(String column) {
    return with(ColumnRole.TYPE, column);
  }

  public Columns withSession(String column) {
    return with(ColumnRole.SESSION, column);
  }

  /**
   * Reads times as this pattern says, in the letters of {@link java.time.format.DateTimeFormatter}:
   * y, M, d, H, h, m, s, S, a, E, X and quoted text. Without a zone they are UTC. Numbers have a
   * unit instead: seconds, milliseconds, microseconds, nanoseconds, days (all since 1970),
   * excel-days or ticks.
   *
   * @throws IllegalArgumentException if the pattern holds another letter
   */
  public Columns withTimePattern(String pattern) {
    return new Columns(names, Optional.of(pattern));
  }

  /** The column named for this role. */
  public Optional<String> of(ColumnRole role) {
    return Optional.ofNullable(names.get(role));
  }

  /**
   * Reads columns from one line such as {@code user=who,item=what,time=when}; the roles are user,
   * item, time, value, type and session, and {@code pattern=} tells how times are written.
   *
   * @throws IllegalArgumentException if a part is unknown
   */
  public static Columns parse(String line) {
    Columns columns = guessed();
    // A pattern may hold commas; so may what stands before the next word and its equals sign.
    for (String part : line.split(",(?=\\s*\\w+\\s*=)", -1)) {
      int equals = part.indexOf('=');
      String role = equals < 0 ? part : part.substring(0, equals).strip();
      String named = part.substring(equals + 1).strip();
      if (equals < 0
          || named.isEmpty()
          || !role.matches("user|item|time|value|type|session|pattern")) {
        throw malformed(line, part.strip());
      }
      if (!role.equals("pattern") && named.contains(",")) {
        throw malformed(line, named.substring(named.lastIndexOf(',') + 1).strip());
      }
      columns =
          role.equals("pattern")
              ? columns.withTimePattern(named)
              : columns.with(ColumnRole.valueOf(role.toUpperCase(Locale.ROOT)), named);
    }
    return columns.requireDistinct();
  }

  /** The line that {@link #parse} reads these columns from. */
  public String line() {
    return Stream.concat(
            Arrays.stream(ColumnRole.values())
                .filter(names::containsKey)
                .map(role -> role + "=" + names.get(role)),
            timePattern.stream().map(pattern -> "pattern=" + pattern))
        .collect(Collectors.joining(","));
  }

  public Columns with(ColumnRole role, String column) {
    Objects.requireNonNull(column, "the name of a column is null; leave out what is to be guessed");
    Map<ColumnRole, String> more = new EnumMap<>(ColumnRole.class);
    more.putAll(names);
    more.put(role, column);
    return new Columns(more, timePattern);
  }

  private static IllegalArgumentException malformed(String line, String found) {
    return new IllegalArgumentException(
        "columns are written as user=NAME,item=NAME,time=NAME, any of them, with value=, type=,"
            + " session= and pattern= where they apply; found '"
            + found
            + "' in '"
            + line
            + "'");
  }
}
