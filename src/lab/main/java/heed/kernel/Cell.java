package heed.kernel;

/**
 * The text of a cell and its number.
 *
 * @param count how many cells have run, this one included
 * @param code as the reader wrote it
 */
record Cell(int count, String code) {

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
