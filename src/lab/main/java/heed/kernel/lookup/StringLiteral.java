package heed.kernel.lookup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out whether a cursor stands inside a string of Java. */
public final class StringLiteral {

  /** Whatever may hide a quotation mark, whole; then one that begins a string. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?(?:\\*/|\\z)|'(?:\\\\.|[^'\\\\\\n])*'"
              + "|\"\"\".*?(?:(?<!\\\\)\"\"\"|\\z)|\"((?:\\\\.|[^\"\\\\\\n])*)(\"|\\n|\\z)",
          Pattern.DOTALL);

  private StringLiteral() {}

  /** The part of a string before the cursor, if the cursor stands in one. */
  public static Optional<String> begunAt(String code, int cursor) {
    Matcher token = TOKEN.matcher(code.substring(0, cursor));
    while (token.find()) {
      if (token.group(1) != null && token.group(2).isEmpty() && token.end() == cursor) {
        return Optional.of(token.group(1));
      }
    }
    return Optional.empty();
  }
}
