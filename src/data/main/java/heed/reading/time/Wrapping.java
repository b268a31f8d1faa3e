package heed.reading.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What programs write around a time: a browser the name of its zone, as in {@code Tue Oct 01 2019
 * 12:30:00 GMT+0200 (CEST)}, and .NET in JSON {@code /Date(1569925800000)/} around milliseconds.
 */
public final class Wrapping {

  private static final String ZONE_NAME = " \\([\\p{L} ]+\\)$";
  private static final String DOT_NET = "^\\\\?/Date\\((-?\\d+)([-+]\\d{4})?\\)\\\\?/$";
  private static final Pattern WRAPPED = Pattern.compile(".*:\\d\\d.*" + ZONE_NAME + "|" + DOT_NET);
  private static final Pattern DATE = Pattern.compile(DOT_NET);

  private Wrapping() {}

  /** Whether a text is a time with something around it. */
  public static boolean isAround(String text) {
    return (text.endsWith(")") || text.endsWith("/")) && WRAPPED.matcher(text).matches();
  }

  /** The time alone. */
  public static String bare(String text) {
    if (!isAround(text)) {
      return text;
    }
    Matcher date = DATE.matcher(text);
    return date.matches() ? date.group(1) : text.replaceFirst(ZONE_NAME, "");
  }

  /** The same in SQL, of a column of texts. */
  public static String bareSql(String text) {
    return "regexp_replace(regexp_replace("
        + text
        + ", '"
        + ZONE_NAME
        + "', ''), '"
        + DOT_NET
        + "', '\\1')";
  }
}
