package heed.report;

import heed.log.Severity;
import java.util.Locale;

/**
 * One thing a report found in a log.
 *
 * @param what what was looked at
 * @param found what was found, with its numbers
 * @param severity how much it asks of the reader
 * @param verdict what it means, in plain words
 * @param remedy the line of code that does something about it; empty where nothing needs doing
 */
public record Finding(String what, String found, Severity severity, String verdict, String remedy) {

  public Finding {
    if (what.isBlank() || found.isBlank() || verdict.isBlank()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a finding says what was looked at, what was found and what it means; found '%s',"
                  + " '%s', '%s'",
              what,
              found,
              verdict));
    }
  }

  static Finding fine(String what, String found, String verdict) {
    return new Finding(what, found, Severity.FINE, verdict, "");
  }

  static Finding note(String what, String found, String verdict, String remedy) {
    return new Finding(what, found, Severity.NOTE, verdict, remedy);
  }

  static Finding warn(String what, String found, String verdict, String remedy) {
    return new Finding(what, found, Severity.WARN, verdict, remedy);
  }

  @Override
  public String toString() {
    return severity
        + "  "
        + what
        + ": "
        + found
        + "\n      "
        + verdict
        + (remedy.isEmpty() ? "" : "\n      -> " + remedy);
  }
}
