package heed.kernel.magic;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a cell that is not Java.
 *
 * @param kind what its first characters make of it
 * @param name of the magic, the whole command, or the name that is asked about
 * @param arguments what stands behind a magic's name
 * @param argumentsAt where in the cell that begins
 * @param end where in the cell the next line begins
 */
public record MagicLine(Kind kind, String name, String arguments, int argumentsAt, int end) {
  private static final Pattern MAGIC = Pattern.compile("(%%?)([A-Za-z]\\w*)[ \\t]*([^\\n]*)");
  private static final Pattern COMMAND = Pattern.compile("!([^\\n=(\"][^\\n]*)");
  private static final Pattern QUESTION =
      Pattern.compile("\\?{1,2}[ \\t]*([\\w.]+)[ \\t]*(?:\\n|\\z)|([\\w.]+)\\?{1,2}\\s*\\z");

  /** Java's own beginnings of an expression behind an exclamation mark: {@code !list.isEmpty()}. */
  private static final Pattern NEGATION =
      Pattern.compile("(true|false|new|this)\\b.*|[\\w.]+\\w\\(.*", Pattern.DOTALL);

  private static final Pattern FIRST_WORD = Pattern.compile("\\w+");

  /** What a line asks for. */
  public enum Kind {
    LINE,
    CELL,
    COMMAND,
    QUESTION
  }

  /**
   * The line at a position where a statement could begin, if it is not Java.
   *
   * @param isVariable whether cells have defined a variable of a name, which may then be negated
   */
  public static Optional<MagicLine> at(String code, int at, Predicate<String> isVariable) {
    Matcher magic = MAGIC.matcher(code).region(at, code.length());
    if (magic.lookingAt()) {
      Kind kind = magic.group(1).length() == 2 ? Kind.CELL : Kind.LINE;
      String arguments = magic.group(3).strip();
      return Optional.of(
          new MagicLine(kind, magic.group(2), arguments, magic.start(3), next(code, magic.end())));
    }
    Matcher question = QUESTION.matcher(code).region(at, code.length());
    if (question.lookingAt()) {
      String name = question.group(1) == null ? question.group(2) : question.group(1);
      return Optional.of(new MagicLine(Kind.QUESTION, name, "", at, question.end()));
    }
    Matcher command = COMMAND.matcher(code).region(at, code.length());
    if (command.lookingAt() && !isNegation(command.group(1), isVariable)) {
      String line = command.group(1).strip();
      return Optional.of(new MagicLine(Kind.COMMAND, line, "", at, next(code, command.end())));
    }
    return Optional.empty();
  }

  /** A cell with blanks in place of what is not Java, for whoever reads Java only. */
  public static String blanked(String code, Predicate<String> isVariable) {
    StringBuilder java = new StringBuilder(code);
    int line = 0;
    while (line < code.length()) {
      int first = line;
      while (first < code.length() && (code.charAt(first) == ' ' || code.charAt(first) == '\t')) {
        first++;
      }
      int end = next(code, first);
      Optional<MagicLine> magic = at(code, first, isVariable);
      int until = magic.map(one -> one.takesJava() ? one.argumentsAt() : end).orElse(first);
      for (int i = first; i < until; i++) {
        java.setCharAt(i, code.charAt(i) == '\n' ? '\n' : ' ');
      }
      line = end;
    }
    return java.toString();
  }

  private static boolean isNegation(String behind, Predicate<String> isVariable) {
    Matcher word = FIRST_WORD.matcher(behind);
    return NEGATION.matcher(behind).matches()
        || (word.lookingAt() && isVariable.test(word.group()));
  }

  private static int next(String code, int from) {
    int newline = code.indexOf('\n', from);
    return newline < 0 ? code.length() : newline + 1;
  }

  private boolean takesJava() {
    return name.equals("time") && kind != Kind.COMMAND;
  }

  /** The line as the reader wrote it, in short. */
  String said() {
    return switch (kind) {
      case LINE -> "%" + name;
      case CELL -> "%%" + name;
      case COMMAND -> "!" + name;
      case QUESTION -> "?" + name;
    };
  }
}
