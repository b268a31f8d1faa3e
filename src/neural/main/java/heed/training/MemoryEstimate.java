package heed.training;

import java.util.Locale;

/**
 * How much memory a training is going to need at its peak, known before it starts.
 *
 * <p>On the CPU the peak that was measured lies between half and twice of it ({@code
 * MemoryEstimateTest}), and so it did on the one GPU it was run on ({@code GpuTest}).
 *
 * @param parameters how many numbers are learnt
 * @param resting how many of them have no gradient of their own, since a step moves only those that
 *     it meets
 * @param averages how many averages of each are kept, 0 or 1
 * @param rows of the largest batch
 * @param length of its rows
 * @param targets it holds, about
 * @param items N, of the catalogue; 0 for clicks
 * @param activations bytes of what the network computes from the batch, and of its gradient
 * @param scores bytes of what the objective computes from the targets, and of its gradient
 */
public record MemoryEstimate(
    long parameters,
    long resting,
    int averages,
    int rows,
    int length,
    int targets,
    int items,
    long activations,
    long scores) {

  private static final double GIB = 1L << 30;

  /** Weights, gradient and Adam's two moments. */
  private static final long BYTES_A_PARAMETER = 4L * Float.BYTES;

  /** Weights and moments: of some, a step makes no gradient. */
  static final long LEAST_BYTES_PER_PARAMETER = 3L * Float.BYTES;

  /** Bytes of the parameters, and of what is kept for each. */
  public long weights() {
    long best = WeightsCopy.takesMemory(parameters) ? parameters : 0;
    return BYTES_A_PARAMETER * parameters + Float.BYTES * (best + averages * parameters - resting);
  }

  /** All bytes together. */
  public long bytes() {
    return weights() + activations + scores;
  }

  @Override
  public String toString() {
    String all =
        String.format(
            Locale.ROOT,
            "about %s: %s for %,d parameters with their gradient%s; %s for a"
                + " batch of %,d rows of length %,d",
            gib(bytes()),
            gib(weights()),
            parameters,
            WeightsCopy.takesMemory(parameters) ? ", moments and best copy" : " and moments",
            gib(activations),
            rows,
            length);
    return scores == 0
        ? all
        : String.format(
            Locale.ROOT,
            "%s; %s for scores of %,d targets over %,d items",
            all,
            gib(scores),
            targets,
            items);
  }

  static String gib(long bytes) {
    return bytes < GIB / 10
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / GIB * 1024)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }
}
