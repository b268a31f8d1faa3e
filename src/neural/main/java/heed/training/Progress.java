package heed.training;

/**
 * Where a training run stands.
 *
 * @param epoch the epoch under way, from 1
 * @param epochs the most epochs the run may take
 * @param fraction how much of this epoch is done, in [0, 1]; 1 when its validation is in
 * @param loss mean loss of this epoch so far, in nats a target
 * @param validation the validation metric after this epoch; {@code NaN} until it is measured
 * @param best the best validation metric so far; {@code NaN} before the first
 * @param targetsPerSecond training targets a second in this epoch; {@code NaN} for an epoch that a
 *     checkpoint tells of
 * @param seconds since the run began
 * @param secondsAllowed the most seconds that the run may take; infinity where it may take any
 */
public record Progress(
    int epoch,
    int epochs,
    double fraction,
    double loss,
    double validation,
    double best,
    double targetsPerSecond,
    double seconds,
    double secondsAllowed) {

  /** Of a run that may take any time. */
  public Progress(
      int epoch,
      int epochs,
      double fraction,
      double loss,
      double validation,
      double best,
      double targetsPerSecond,
      double seconds) {
    this(
        epoch,
        epochs,
        fraction,
        loss,
        validation,
        best,
        targetsPerSecond,
        seconds,
        Double.POSITIVE_INFINITY);
  }

  /** Whether this is the end of an epoch, its validation measured. */
  public boolean endOfEpoch() {
    return fraction == 1;
  }
}
