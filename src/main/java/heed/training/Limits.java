package heed.training;

/**
 * How long a run may go on.
 *
 * @param epochs the most passes over the training data, at least 1
 * @param patience it stops after so many epochs without a better validation metric, at least 1
 * @param batchTargets about how many targets a batch holds, at least 1
 */
public record Limits(int epochs, int patience, int batchTargets) {

  public Limits {
    if (epochs < 1 || patience < 1 || batchTargets < 1) {
      throw new IllegalArgumentException(
          String.format(
              "epochs, patience and batchTargets are at least 1, found %d, %d and %d",
              epochs, patience, batchTargets));
    }
  }

  public static Limits defaults() {
    return new Limits(100, 10, 2048);
  }
}
