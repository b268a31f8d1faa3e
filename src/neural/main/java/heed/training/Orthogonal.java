package heed.training;

/** Columns made orthogonal, one after the other: the modified Gram-Schmidt process. */
final class Orthogonal {

  private Orthogonal() {}

  /**
   * Changes the columns in place to orthogonal ones of length 1; a column that depends on those
   * before it becomes 0.
   *
   * @param matrix rows of equal length
   * @return how long each column was when those before it had been taken out
   */
  static double[] columns(double[][] matrix) {
    int width = matrix[0].length;
    double[] lengths = new double[width];
    for (int column = 0; column < width; column++) {
      double before = length(matrix, column);
      for (int earlier = 0; earlier < column; earlier++) {
        takeOut(matrix, earlier, column);
      }
      lengths[column] = length(matrix, column);
      boolean dependent = lengths[column] <= 1e-12 * before || lengths[column] == 0;
      double factor = dependent ? 0 : 1 / lengths[column];
      for (double[] row : matrix) {
        row[column] *= factor;
      }
    }
    return lengths;
  }

  private static void takeOut(double[][] matrix, int earlier, int column) {
    double dot = 0;
    for (double[] row : matrix) {
      dot += row[earlier] * row[column];
    }
    for (double[] row : matrix) {
      row[column] -= dot * row[earlier];
    }
  }

  private static double length(double[][] matrix, int column) {
    double squares = 0;
    for (double[] row : matrix) {
      squares += row[column] * row[column];
    }
    return Math.sqrt(squares);
  }
}
