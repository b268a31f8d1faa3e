package heed.reading;

import java.util.regex.Pattern;

/** Quotes inside of quoted fields that a backslash makes letters. */
final class Backslashes {

  private static final String ESCAPED = "\\\"";

  /** A quoted field with an escaped quote that neither a separator nor a line end follows. */
  private static final Pattern INSIDE =
      Pattern.compile("(?m)(?:^|[,;|\t])\"[^\"\n]*\\\\\"[^,;|\t\r\n\"]");

  /** A field that ends with a backslash, such as a folder. */
  private static final Pattern CLOSING = Pattern.compile("(?m)[^\\\\\"]\\\\\"(?=[,;|\t]\"|\r?$)");

  private Backslashes() {}

  /** Whether that is how a text writes them. */
  static boolean areEscapes(String text) {
    return text.contains(ESCAPED) && INSIDE.matcher(text).find() && !CLOSING.matcher(text).find();
  }

  /** The same line with two quotes for each escaped one. */
  static String doubledQuotes(String line) {
    return line.replace(ESCAPED, "\"\"");
  }
}
