package heed.explain;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The directions along which points differ most: eigenvectors of their covariance (Pearson 1901).
 *
 * @param coordinates of each point along each direction, from the points' middle
 * @param explained which share of the variance lies along each direction
 */
record PrincipalComponents(double[][] coordinates, double[] explained) {

  /**
   * The first components. An eigenvector's sign is anybody's choice; here its largest entry is
   * above 0, so that a map is the same each time.
   *
   * @param points n points of D coordinates
   */
  static PrincipalComponents of(double[][] points, int components) {
    double[][] centred = centred(points);
    DMatrixRMaj covariance = covariance(centred);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(covariance.numRows, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("the covariance of the item vectors has no decomposition");
    }
    int[] order =
        IntStream.range(0, covariance.numRows)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .limit(components)
            .mapToInt(Integer::intValue)
            .toArray();
    double all =
        IntStream.range(0, covariance.numRows).mapToDouble(i -> covariance.get(i, i)).sum();
    double[][] coordinates = new double[points.length][components];
    double[] explained = new double[components];
    for (int c = 0; c < components; c++) {
      double[] direction = direction(eigen.getEigenVector(order[c]));
      explained[c] = all == 0 ? 0 : eigen.getEigenvalue(order[c]).getReal() / all;
      for (int point = 0; point < points.length; point++) {
        coordinates[point][c] = product(centred[point], direction);
      }
    }
    return new PrincipalComponents(coordinates, explained);
  }

  private static double[][] centred(double[][] points) {
    double[][] centred = new double[points.length][points[0].length];
    for (int d = 0; d < points[0].length; d++) {
      double mean = 0;
      for (double[] point : points) {
        mean += point[d] / points.length;
      }
      for (int point = 0; point < points.length; point++) {
        centred[point][d] = points[point][d] - mean;
      }
    }
    return centred;
  }

  private static DMatrixRMaj covariance(double[][] centred) {
    int width = centred[0].length;
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    for (double[] point : centred) {
      for (int row = 0; row < width; row++) {
        for (int column = 0; column < width; column++) {
          covariance.add(row, column, point[row] * point[column] / (centred.length - 1));
        }
      }
    }
    return covariance;
  }

  private static double[] direction(DMatrixRMaj vector) {
    double[] direction = vector.getData().clone();
    double largest = 0;
    for (double entry : direction) {
      largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
    }
    for (int d = 0; d < direction.length; d++) {
      direction[d] *= Math.signum(largest);
    }
    return direction;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}
