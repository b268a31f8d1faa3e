package heed.baseline;

import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_MT_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * {@code P = (X'X + r I)^-1} over the items of a log, asked for products and its diagonal only.
 *
 * <p>Where there are fewer users than items, {@code P = (I - X' M X) / r} with {@code M = (X X' + r
 * I)^-1} over users (the Woodbury identity): 610 users instead of 3,650 items are 200 times less
 * work. Immutable.
 */
sealed interface RidgeInverse {

  /** Refuses to be of another number of items. */
  void requireItems(int expected);

  /** The product of P with the row that is 1 at these items: N + 1 values, item i at index i. */
  double[] times(int[] items);

  /** The diagonal of P, item i at index i. */
  double[] diagonal();

  static RidgeInverse of(UserItems taken, double r) {
    return taken.users() < taken.items() ? OverUsers.of(taken, r) : OverItems.of(taken, r);
  }

  /** P itself. */
  record OverItems(DMatrixRMaj inverse) implements RidgeInverse {

    static OverItems of(UserItems taken, double r) {
      DMatrixRMaj gram = Heap.square("items", taken.items());
      IntStream.rangeClosed(1, taken.items())
          .parallel()
          .forEach(
              item -> {
                int[] together = taken.together(item);
                for (int other = 1; other < together.length; other++) {
                  gram.unsafe_set(item - 1, other - 1, together[other]);
                }
              });
      return new OverItems(inverted(gram, r));
    }

    @Override
    public void requireItems(int expected) {
      requireSquare(inverse, expected);
    }

    @Override
    public double[] times(int[] items) {
      double[] product = new double[inverse.numCols + 1];
      for (int item : items) {
        int row = (item - 1) * inverse.numCols;
        for (int other = 0; other < inverse.numCols; other++) {
          product[other + 1] += inverse.data[row + other];
        }
      }
      return product;
    }

    @Override
    public double[] diagonal() {
      double[] diagonal = new double[inverse.numCols + 1];
      for (int item = 1; item < diagonal.length; item++) {
        diagonal[item] = inverse.unsafe_get(item - 1, item - 1);
      }
      return diagonal;
    }
  }

  /** M, and X to reach P through it. */
  record OverUsers(UserItems taken, DMatrixRMaj inverse, double r) implements RidgeInverse {

    public OverUsers {
      if (!(r > 0 && Double.isFinite(r))) {
        throw new IllegalArgumentException("a regularisation is above 0, found " + r);
      }
    }

    static OverUsers of(UserItems taken, double r) {
      DMatrixRMaj gram = Heap.square("users", taken.users());
      for (int item = 1; item <= taken.items(); item++) {
        for (int user : taken.usersOf(item)) {
          for (int other : taken.usersOf(item)) {
            gram.data[user * gram.numCols + other]++;
          }
        }
      }
      return new OverUsers(taken, inverted(gram, r), r);
    }

    @Override
    public void requireItems(int expected) {
      taken.requireItems(expected);
      requireSquare(inverse, taken.users());
    }

    /** {@code x P = (x - x X' M X) / r}. */
    @Override
    public double[] times(int[] items) {
      double[] shared = new double[taken.users()];
      for (int item : items) {
        for (int user : taken.usersOf(item)) {
          shared[user]++;
        }
      }
      double[] through = throughInverse(shared);
      double[] product = new double[taken.items() + 1];
      for (int item : items) {
        product[item] = 1 / r;
      }
      for (int user = 0; user < through.length; user++) {
        for (int item : taken.itemsOf(user)) {
          product[item] -= through[user] / r;
        }
      }
      return product;
    }

    private double[] throughInverse(double[] shared) {
      double[] through = new double[shared.length];
      for (int user = 0; user < shared.length; user++) {
        int row = user * inverse.numCols;
        for (int other = 0; shared[user] != 0 && other < through.length; other++) {
          through[other] += shared[user] * inverse.data[row + other];
        }
      }
      return through;
    }

    @Override
    public double[] diagonal() {
      double[] diagonal = new double[taken.items() + 1];
      for (int item = 1; item < diagonal.length; item++) {
        double sum = 0;
        for (int user : taken.usersOf(item)) {
          for (int other : taken.usersOf(item)) {
            sum += inverse.data[user * inverse.numCols + other];
          }
        }
        diagonal[item] = (1 - sum) / r;
      }
      return diagonal;
    }
  }

  private static void requireSquare(DMatrixRMaj inverse, int rows) {
    if (inverse.numRows != rows || inverse.numCols != rows) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an inverse of %d rows and columns, expected %d",
              inverse.numRows,
              rows));
    }
  }

  private static DMatrixRMaj inverted(DMatrixRMaj gram, double r) {
    int n = gram.numCols;
    for (int i = 0; i < n; i++) {
      gram.data[i * n + i] += r;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_MT_DDRM.chol(n);
    if (!solver.setA(gram)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "X'X + %s I of %,d rows is not positive definite in double precision; choose a larger"
                  + " regularisation",
              r,
              n));
    }
    solver.invert(gram); // Into its own memory; the decomposition holds a copy.
    return gram;
  }
}
