package heed.baseline;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/** Square matrices, if they fit. */
final class Heap {

  /** A matrix, its decomposition in blocks, and the inverse in blocks. */
  private static final int COPIES = 3;

  private static final double SHARE = 0.8;

  private Heap() {}

  /**
   * A matrix of zeros that can be inverted within the heap.
   *
   * @param what its rows stand for, in words
   * @throws IllegalArgumentException if it cannot
   */
  static DMatrixRMaj square(String what, int n) {
    requireFits(what, n, Runtime.getRuntime().maxMemory());
    return new DMatrixRMaj(n, n);
  }

  static void requireFits(String what, int n, long heap) {
    int most = most(heap);
    if (n > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "inverting a matrix of %,d by %,d %s takes %.1f GiB, and this heap of %.1f GiB fits"
                  + " %,d; keep fewer with a k-core, or start Java with -Xmx%dg",
              n,
              n,
              what,
              gibibytes(bytes(n)),
              gibibytes((double) heap),
              most,
              remedy(n)));
    }
  }

  /** How many rows fit into a heap; an array's length is a limit of its own. */
  private static int most(long heap) {
    double byMemory = Math.sqrt(SHARE * (double) heap / (COPIES * Double.BYTES));
    return (int) Math.min(byMemory, Math.sqrt(Integer.MAX_VALUE));
  }

  private static double bytes(int n) {
    return (double) COPIES * Double.BYTES * n * n;
  }

  private static double gibibytes(double bytes) {
    return bytes / (1 << 30);
  }

  private static int remedy(int n) {
    return (int) Math.ceil(gibibytes(bytes(n) / SHARE));
  }
}
