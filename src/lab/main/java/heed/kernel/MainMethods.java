package heed.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/** Programs written into a cell: unlike {@code java}, a notebook calls no main method. */
final class MainMethods {
  private static final Pattern MAIN =
      Pattern.compile("\\bstatic\\s+(?:\\w+\\s+)*void\\s+main\\s*\\(");

  private MainMethods() {}

  /** How to run the main method that a cell ends in, if it ends in one. */
  static Optional<String> advice(Snippet last) {
    if (last instanceof MethodSnippet method && method.name().equals("main")) {
      return Optional.of(
          advice(method.parameterTypes().isEmpty() ? "main()" : "main(new String[0])"));
    }
    if (last instanceof TypeDeclSnippet type && MAIN.matcher(type.source()).find()) {
      return Optional.of(advice(type.name() + ".main(new String[0])"));
    }
    return Optional.empty();
  }

  private static String advice(String call) {
    return String.format(
        Locale.ROOT,
        "A cell runs its statements and calls no main method; to run this one: %s;",
        call);
  }
}
