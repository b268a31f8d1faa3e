package heed.interactions;

/**
 * A row that was left out.
 *
 * @param line its line in the file, from 1
 * @param reason what is wrong with it, in words
 */
public record BadRow(long line, String reason) {

  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
