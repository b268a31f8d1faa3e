package heed.reading.column;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * When two texts are one id, for a log and for attributes alike: white space around an id is none
 * of it, and where all numbers of a column are whole, 17.0 is 17.
 *
 * @param dropsPoint whether a number with nothing but zeros behind its point is written without
 */
public record IdRule(boolean dropsPoint) {

  private static final String SPACE = " \t\r\n\f\u000b\u00a0\u200b\ufeff";

  /** The regular expression of a number whose point is left out, in the database's letters. */
  public static final String WHOLE_SQL = "-?\\d+\\.0+";

  /** The regular expression of a number that is not whole. */
  public static final String BROKEN_SQL = "-?\\d*\\.0*[1-9]\\d*";

  private static final Pattern WHOLE = Pattern.compile(WHOLE_SQL);
  private static final Pattern BROKEN = Pattern.compile(BROKEN_SQL);

  /** The rule of a column with these ids. */
  public static IdRule of(Collection<String> ids) {
    boolean points = false;
    for (String id : ids) {
      String stripped = stripped(id);
      if (BROKEN.matcher(stripped).matches()) {
        return new IdRule(false);
      }
      points |= WHOLE.matcher(stripped).matches();
    }
    return new IdRule(points);
  }

  /** The id that a text stands for; empty where it stands for none. */
  public String clean(String text) {
    if (MissingMarkers.isMissing(text)) {
      return "";
    }
    String stripped = stripped(text);
    return dropsPoint && WHOLE.matcher(stripped).matches()
        ? stripped.substring(0, stripped.indexOf('.'))
        : stripped;
  }

  /** {@link #clean} in SQL. */
  public String sql(String column) {
    String stripped = strippedSql(column);
    String id =
        dropsPoint ? "regexp_replace(" + stripped + ", '^(-?\\d+)\\.0+$', '\\1')" : stripped;
    return "CASE WHEN " + MissingMarkers.sql(stripped) + " THEN '' ELSE " + id + " END";
  }

  /** A text without the white space around it, in SQL; empty for null. */
  public static String strippedSql(String column) {
    StringBuilder letters = new StringBuilder();
    SPACE
        .chars()
        .forEach(c -> letters.append(letters.isEmpty() ? "" : " || ").append("chr(" + c + ")"));
    return "trim(coalesce(" + column + ", ''), " + letters + ")";
  }

  static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && SPACE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && SPACE.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
