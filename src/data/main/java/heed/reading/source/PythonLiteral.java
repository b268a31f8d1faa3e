package heed.reading.source;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a dictionary as Python 2 or 3 prints it: {@code {u'name': u'Ann\x27s', 'tags': ['a'], 'x':
 * 1.5, 'y': None}}. Nothing is run; what is no literal is an error.
 */
public final class PythonLiteral {

  private static final int HEXADECIMAL = 16;

  private final String text;
  private int at;

  public PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * The entries whose values are texts, numbers or truth values, as text; None is the empty text.
   * Lists and dictionaries are passed over.
   *
   * @throws IllegalArgumentException if the text is no dictionary; the message says where
   */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    expect('{');
    while (!taken('}')) {
      String name = string();
      expect(':');
      if (next() == '[' || next() == '{' || next() == '(') {
        passOver();
      } else {
        entries.put(name, quoted() ? string() : word());
      }
      if (!taken(',') && next() != '}') {
        throw wrong("a comma or the end");
      }
    }
    return entries;
  }

  /** Passes over a list, tuple or dictionary, whatever is nested in it. */
  private void passOver() {
    int depth = 0;
    do {
      char character = next();
      if (quoted()) {
        string();
        continue;
      }
      depth += "[{(".indexOf(character) >= 0 ? 1 : 0;
      depth -= "]})".indexOf(character) >= 0 ? 1 : 0;
      at++;
    } while (depth > 0);
  }

  /** Whether a text begins here, perhaps with u or b before its quote. */
  private boolean quoted() {
    char character = next();
    boolean marked = (character == 'u' || character == 'b') && at + 1 < text.length();
    char first = marked ? text.charAt(at + 1) : character;
    return first == '\'' || first == '"';
  }

  private String string() {
    if (!quoted()) {
      throw wrong("a quoted text");
    }
    if (text.charAt(at) == 'u' || text.charAt(at) == 'b') {
      at++;
    }
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
        escape(value);
      } else {
        value.append(text.charAt(at++));
      }
    }
    if (at == text.length()) {
      throw wrong("the end of a quoted text");
    }
    at++;
    return value.toString();
  }

  /** Adds what the character behind a backslash stands for. */
  private void escape(StringBuilder value) {
    char kind = text.charAt(at++);
    switch (kind) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'x' -> value.appendCodePoint(hexadecimal(2));
      case 'u' -> value.appendCodePoint(hexadecimal(4));
      case 'U' -> value.appendCodePoint(hexadecimal(8));
      case '\\', '\'', '"' -> value.append(kind);
      default -> value.append('\\').append(kind);
    }
  }

  private int hexadecimal(int digits) {
    int end = Math.min(text.length(), at + digits);
    try {
      int code = Integer.parseInt(text.substring(at, end), HEXADECIMAL);
      if (!Character.isValidCodePoint(code)) {
        throw wrong("a character's number");
      }
      at = end;
      return code;
    } catch (NumberFormatException notDigits) {
      throw wrong(digits + " hexadecimal digits");
    }
  }

  /** A number, True, False or None. */
  private String word() {
    int start = at;
    while (at < text.length() && ",}] ".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (!word.matches("True|False|None|[-+]?[0-9.]+([eE][-+]?[0-9]+)?L?")) {
      at = start;
      throw wrong("a text, a number, True, False or None");
    }
    return word.equals("None") ? "" : word;
  }

  private char next() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at == text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private boolean taken(char character) {
    boolean there = next() == character;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char character) {
    if (!taken(character)) {
      throw wrong("'" + character + "'");
    }
  }

  private IllegalArgumentException wrong(String expected) {
    String rest = text.substring(Math.min(at, text.length()));
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "not a Python dictionary: expected %s at character %d, found '%s'",
            expected,
            at + 1,
            rest.length() > 20 ? rest.substring(0, 20) + "..." : rest));
  }
}
