package heed.kernel;

import java.util.List;

/** A cell that did not come to its end, told as a reader needs it. */
final class CellFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<String> lines;

  /**
   * A failure.
   *
   * @param name what went wrong, in one word: an exception's simple name, or "CompileError"
   * @param message the same in a sentence
   * @param lines the whole story, with ANSI colours
   */
  CellFailure(String name, String message, List<String> lines) {
    super(message);
    this.name = name;
    this.lines = List.copyOf(lines);
  }

  String name() {
    return name;
  }

  List<String> lines() {
    return lines;
  }
}
