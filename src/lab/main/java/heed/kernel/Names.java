package heed.kernel;

import java.util.regex.Pattern;

/** Names as the reader wrote them. */
final class Names {
  private static final Pattern JSHELL = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
  private static final Pattern JAVA_LANG = Pattern.compile("\\bjava\\.(lang|util)\\.(?=[A-Z])");

  private Names() {}

  /** A text without the classes that JShell puts around a cell's own. */
  static String withoutShell(String text) {
    return JSHELL.matcher(text).replaceAll("");
  }

  /** A text in which the names everybody knows stand without their package. */
  static String plain(String text) {
    return JAVA_LANG.matcher(withoutShell(text)).replaceAll("");
  }

  /** A class by its last name, with that of the class around it. */
  static String simple(String className) {
    String own = withoutShell(className);
    return own.substring(own.lastIndexOf('.') + 1).replace('$', '.');
  }
}
