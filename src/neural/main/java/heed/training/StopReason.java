package heed.training;

/** Why a run ended. */
public enum StopReason {
  ALL_EPOCHS("all epochs were run"),
  NO_PROGRESS("validation did not get better any more"),
  INTERRUPTED("it was stopped from outside"),
  TIME_IS_UP("the time it was given is up"),
  OUT_OF_MEMORY(
      "memory ran out, and the weights are the best ones before that; smaller batches"
          + " (withBatchSize) take less"),
  DIVERGED(
      "the loss stopped being a number, and the weights are the best ones before that; lower the"
          + " learning rate, shorten gradients (withGradientClipNorm(1)) or warm up");

  private final String reason;

  StopReason(String reason) {
    this.reason = reason;
  }

  @Override
  public String toString() {
    return reason;
  }
}
