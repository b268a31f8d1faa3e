package heed.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a cell and its number.
 *
 * @param count how many cells have run, this one included
 * @param code as the reader wrote it
 * @param file the file it was loaded from, if it was
 */
record Cell(int count, String code, Optional<String> file) {
  private static final Pattern COMMENTS =
      Pattern.compile("(?:\\s+|//[^\\n]*|/\\*.*?\\*/)*", Pattern.DOTALL);

  /** A cell that the reader wrote into the notebook. */
  Cell(int count, String code) {
    this(count, code, Optional.empty());
  }

  /** The first position from here on that is neither white space nor in a comment. */
  int skipComments(int from) {
    Matcher comments = COMMENTS.matcher(code).region(from, code.length());
    return comments.lookingAt() ? comments.end() : from;
  }

  /** The first position from here on that is not white space. */
  int skipSpace(int from) {
    int at = from;
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The line, from 1, that holds a position. */
  int lineAt(int position) {
    String before = code.substring(0, Math.min(position, code.length()));
    return (int) before.chars().filter(c -> c == '\n').count() + 1;
  }

  /** Where in its line a position stands, from 0. */
  int columnAt(int position) {
    return position - (code.lastIndexOf('\n', position - 1) + 1);
  }

  /** The text of a line, from 1. */
  String line(int number) {
    String[] lines = code.split("\n", -1);
    return number <= lines.length ? lines[number - 1].stripTrailing() : "";
  }
}
