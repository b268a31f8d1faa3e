package heed.baseline;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * One side of alternating least squares, solved while the other holds still. Immutable, so that
 * several threads may solve at once.
 *
 * @param held the vectors that hold still, Y: (rows, K)
 * @param base {@code Y'Y + regularisation I}: what all rows have in common, (K, K)
 * @param confidence how much more a taken row counts
 */
record HalfStep(double[][] held, DMatrixRMaj base, double confidence) {

  HalfStep {
    if (!(confidence > 0 && Double.isFinite(confidence))) {
      throw new IllegalArgumentException("a confidence is above 0, found " + confidence);
    }
    int width = held.length == 0 ? 0 : held[0].length;
    if (base.numRows != width || base.numCols != width) {
      throw new IllegalArgumentException(
          "vectors of the width " + width + " with what has the width " + base.numCols);
    }
  }

  static HalfStep of(double[][] held, double confidence, double regularisation) {
    DMatrixRMaj rows = new DMatrixRMaj(held);
    DMatrixRMaj base = new DMatrixRMaj(rows.numCols, rows.numCols);
    CommonOps_DDRM.multInner(rows, base);
    for (int i = 0; i < rows.numCols; i++) {
      base.add(i, i, regularisation);
    }
    return new HalfStep(held.clone(), base, confidence);
  }

  /**
   * The vector that fits best to having taken these rows: {@code (Y'Y + confidence sum y y' +
   * regularisation I)^-1 (1 + confidence) sum y}, Hu et al. 2008. All 0 for none.
   */
  double[] solve(int[] taken) {
    int width = base.numCols;
    DMatrixRMaj left = base.copy();
    DMatrixRMaj right = new DMatrixRMaj(width, 1);
    for (int row : taken) {
      double[] y = held[row];
      for (int i = 0; i < width; i++) {
        right.data[i] += (1 + confidence) * y[i];
        for (int j = 0; j < width; j++) {
          left.data[i * width + j] += confidence * y[i] * y[j];
        }
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(width);
    if (!solver.setA(left)) {
      throw new IllegalStateException(
          "the vectors are no longer finite; choose a larger regularisation");
    }
    DMatrixRMaj solution = new DMatrixRMaj(width, 1);
    solver.solve(right, solution);
    return solution.data;
  }
}
