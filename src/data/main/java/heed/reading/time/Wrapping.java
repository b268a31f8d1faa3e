package heed.reading.time;

/**
 * What programs write around a time: a browser the name of its zone, as in {@code Tue Oct 01 2019
 * 12:30:00 GMT+0200 (CEST)}, Java that of its region, {@code ...+02:00[Europe/Berlin]}, servers
 * brackets, Snowflake a space before the zone, and .NET {@code /Date(1569925800000)/} around
 * milliseconds.
 */
public final class Wrapping {

  /** What is around, and what is left of it; after one another, in Java and in SQL alike. */
  private static final String[][] LAYERS = {
    {" \\([\\p{L} ]+\\)$", ""},
    {"\\[[A-Za-z_]+/[A-Za-z_/]+\\]$", ""},
    {"^\\[([^\\[\\],]*\\d:\\d\\d[^\\[\\],]*)\\]$", "1"},
    {"(\\d) Z$", "1Z"},
    {"^\\\\?/Date\\((-?\\d+)([-+]\\d{4})?\\)\\\\?/$", "1"},
  };

  /** A time with its zone's name is shorter; a pattern that looks back takes long on long texts. */
  private static final int LONGEST = 80;

  private Wrapping() {}

  /** Whether a text is a time with something around it. */
  public static boolean isAround(String text) {
    return text.length() <= LONGEST
        && (text.endsWith(")") || text.endsWith("/") || text.endsWith("]") || text.endsWith(" Z"))
        && text.chars().anyMatch(Character::isDigit)
        && !bare(text).equals(text);
  }

  /** The time alone. */
  public static String bare(String text) {
    String bare = text;
    for (String[] layer : LAYERS) {
      bare = bare.replaceFirst(layer[0], layer[1].replace("1", "$1"));
    }
    return bare;
  }

  /** The same in SQL, of a column of texts. */
  public static String bareSql(String text) {
    String bare = text;
    for (String[] layer : LAYERS) {
      bare =
          "regexp_replace("
              + bare
              + ", '"
              + layer[0]
              + "', '"
              + layer[1].replace("1", "\\1")
              + "')";
    }
    return bare;
  }
}
