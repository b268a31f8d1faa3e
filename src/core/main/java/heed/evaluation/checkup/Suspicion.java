package heed.evaluation.checkup;

import heed.log.Severity;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One way in which an evaluation may mislead.
 *
 * @param severity how much it asks of the reader
 * @param what what was looked at
 * @param found what was found, with its counts
 * @param without what the metric would read if this were put right, or with it if it was not done;
 *     empty where that cannot be measured
 * @param remedy what to do; empty where nothing needs doing
 */
public record Suspicion(
    Severity severity, String what, String found, OptionalDouble without, String remedy) {

  @Override
  public String toString() {
    String reads =
        without.isPresent() ? String.format(Locale.ROOT, " (%.4f)", without.getAsDouble()) : "";
    return severity
        + "  "
        + what
        + ": "
        + found
        + reads
        + (remedy.isEmpty() ? "" : "\n      -> " + remedy);
  }
}
