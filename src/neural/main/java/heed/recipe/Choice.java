package heed.recipe;

import java.util.Locale;

/**
 * One setting of a {@link Recipe}, and why it is so.
 *
 * @param setting what was chosen
 * @param value what it was set to
 * @param reason what about this log decided
 * @param evidence what was measured, and where
 */
public record Choice(String setting, String value, String reason, String evidence) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s, %s (%s)", setting, value, reason, evidence);
  }
}
