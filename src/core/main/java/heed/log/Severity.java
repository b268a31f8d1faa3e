package heed.log;

/** How much a finding asks of the reader. */
public enum Severity {
  /** Nothing needs doing. */
  FINE("fine"),
  /** Worth knowing before a choice is made. */
  NOTE("note"),
  /** Misleads a model or an evaluation, unless something is done. */
  WARN("warn");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The severity in a word, as reports print it. */
  @Override
  public String toString() {
    return word;
  }
}
