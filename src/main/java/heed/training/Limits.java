package heed.training;

import java.time.Duration;

/**
 * How long a run may go on.
 *
 * @param epochs the most passes over the training data, at least 1
 * @param patience it stops after so many epochs without a better validation metric, at least 1
 * @param batchTargets about how many targets a batch holds, at least 1
 * @param seconds it stops within a step after so long, above 0; infinite: it does not
 */
public record Limits(int epochs, int patience, int batchTargets, double seconds) {

  public Limits {
    if (epochs < 1 || patience < 1 || batchTargets < 1) {
      throw new IllegalArgumentException(
          String.format(
              "epochs, patience and batchTargets are at least 1, found %d, %d and %d",
              epochs, patience, batchTargets));
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("the time of a run is above 0 s, found " + seconds);
    }
  }

  public static Limits defaults() {
    return new Limits(100, 10, 2048, Double.POSITIVE_INFINITY);
  }

  public Limits withEpochs(int epochs) {
    return new Limits(epochs, patience, batchTargets, seconds);
  }

  public Limits withPatience(int patience) {
    return new Limits(epochs, patience, batchTargets, seconds);
  }

  public Limits withBatchTargets(int targets) {
    return new Limits(epochs, patience, targets, seconds);
  }

  public Limits withTime(Duration time) {
    return new Limits(epochs, patience, batchTargets, time.toNanos() / 1e9);
  }
}
