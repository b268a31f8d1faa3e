package heed.log;

/**
 * A row that was left out.
 *
 * @param line its line in the file, from 1; its row where the log is no text file
 * @param reason what is wrong with it, in words
 * @param unit "line", or "row" where the log is no text file
 */
public record BadRow(long line, String reason, String unit) {

  /** A bad line of a text file. */
  public BadRow(long line, String reason) {
    this(line, reason, "line");
  }

  @Override
  public String toString() {
    return unit + " " + line + ": " + reason;
  }
}
