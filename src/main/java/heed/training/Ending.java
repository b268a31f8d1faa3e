package heed.training;

/** Why a run ended. */
public enum Ending {
  ALL_EPOCHS("all epochs were run"),
  NO_PROGRESS("validation did not get better any more"),
  INTERRUPTED("it was stopped from outside");

  private final String reason;

  Ending(String reason) {
    this.reason = reason;
  }

  @Override
  public String toString() {
    return reason;
  }
}
