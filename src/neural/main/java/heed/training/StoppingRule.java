package heed.training;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a run may go on.
 *
 * @param epochs the most passes over the training data, at least 1
 * @param patience it stops after so many epochs without a better validation metric, at least 1
 * @param batchSize about how many targets a batch holds, at least 1
 * @param seconds it stops within a step after so long, above 0; infinite: it does not
 */
public record StoppingRule(int epochs, int patience, int batchSize, double seconds) {

  public StoppingRule {
    if (epochs < 1 || patience < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "epochs, patience and batchSize are at least 1, found %d, %d and %d",
              epochs,
              patience,
              batchSize));
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("the time of a run is above 0 s, found " + seconds);
    }
  }

  public static StoppingRule defaults() {
    return new StoppingRule(100, 10, 2048, Double.POSITIVE_INFINITY);
  }

  public StoppingRule withEpochs(int epochs) {
    return new StoppingRule(epochs, patience, batchSize, seconds);
  }

  public StoppingRule withPatience(int patience) {
    return new StoppingRule(epochs, patience, batchSize, seconds);
  }

  public StoppingRule withBatchSize(int targets) {
    return new StoppingRule(epochs, patience, targets, seconds);
  }

  public StoppingRule withTime(Duration time) {
    return new StoppingRule(epochs, patience, batchSize, time.toNanos() / 1e9);
  }
}
