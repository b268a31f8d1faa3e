package heed.evaluation;

import java.util.Arrays;
import java.util.Locale;

/**
 * How well two ways of putting the same things into groups agree, whatever the groups are called.
 */
public final class MutualInformation {

  /** In nats: what sums of a few thousand logarithms may be off. */
  private static final double ROUNDING = 1e-12;

  private MutualInformation() {}

  /**
   * Adjusted mutual information: 1 if both group alike, about 0 if they agree no more than chance
   * would have it. Vinh, Epps and Bailey 2010, with their expectation under chance; the information
   * is held against the mean of both entropies.
   *
   * @param one per group, from 0, for each thing
   * @param other another group, from 0, for each thing
   * @throws IllegalArgumentException if they are not of the same things, or there are none
   */
  public static double adjusted(int[] one, int[] other) {
    if (one.length != other.length || one.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "two groupings are of the same things, at least one; found %d and %d",
              one.length,
              other.length));
    }
    int[][] both = together(one, other);
    int[] rows = Arrays.stream(both).mapToInt(row -> Arrays.stream(row).sum()).toArray();
    int[] columns = new int[both[0].length];
    for (int[] row : both) {
      Arrays.setAll(columns, column -> columns[column] + row[column]);
    }
    double expected = expected(rows, columns, one.length);
    double most = (entropy(rows, one.length) + entropy(columns, one.length)) / 2;
    double above = information(both, rows, columns, one.length) - expected;
    // Two groupings of one group each, or of one thing a group, can be dealt in one way only.
    return Math.abs(most - expected) < ROUNDING ? 1 : above / (most - expected);
  }

  private static int[][] together(int[] one, int[] other) {
    int[][] counts =
        new int[1 + Arrays.stream(one).max().orElseThrow()]
            [1 + Arrays.stream(other).max().orElseThrow()];
    for (int i = 0; i < one.length; i++) {
      counts[one[i]][other[i]]++;
    }
    return counts;
  }

  private static double entropy(int[] counts, int all) {
    double entropy = 0;
    for (int count : counts) {
      entropy -= count == 0 ? 0 : (double) count / all * Math.log((double) count / all);
    }
    return entropy;
  }

  private static double information(int[][] both, int[] rows, int[] columns, int all) {
    double information = 0;
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        information += part(both[row][column], rows[row], columns[column], all);
      }
    }
    return information;
  }

  /** What one cell of so many adds, given its margins. */
  private static double part(int count, int row, int column, int all) {
    return count == 0
        ? 0
        : (double) count / all * Math.log((double) all * count / ((double) row * column));
  }

  /** The mean over all ways to deal the same group sizes anew; a cell is hypergeometric. */
  private static double expected(int[] rows, int[] columns, int all) {
    double[] logFactorial = new double[all + 1];
    for (int i = 2; i <= all; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    double expected = 0;
    for (int row : rows) {
      for (int column : columns) {
        double fixed =
            logFactorial[row]
                + logFactorial[column]
                + logFactorial[all - row]
                + logFactorial[all - column]
                - logFactorial[all];
        for (int count = Math.max(1, row + column - all); count <= Math.min(row, column); count++) {
          double chance =
              Math.exp(
                  fixed
                      - logFactorial[count]
                      - logFactorial[row - count]
                      - logFactorial[column - count]
                      - logFactorial[all - row - column + count]);
          expected += chance * part(count, row, column, all);
        }
      }
    }
    return expected;
  }
}
