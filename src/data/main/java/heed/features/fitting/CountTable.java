package heed.features.fitting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Counts of many moments.
 *
 * @param names what was counted, one per column
 * @param columns (counts, moments)
 */
public record CountTable(List<String> names, double[][] columns) {

  public CountTable {
    names = List.copyOf(names);
    columns = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    if (names.size() != columns.length || names.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a table of counts needs a name per column, found %,d names and %,d columns",
              names.size(),
              columns.length));
    }
  }

  @Override
  public double[][] columns() {
    return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
  }

  /** A copy as a Tablesaw table, a column a count. */
  public Table table() {
    Table table = Table.create("counts");
    for (int column = 0; column < columns.length; column++) {
      table.addColumns(DoubleColumn.create(names.get(column), columns[column]));
    }
    return table;
  }

  /** How many moments there are. */
  public int size() {
    return columns[0].length;
  }

  /** A count of a moment. */
  public double get(int row, int column) {
    return columns[column][row];
  }

  /**
   * Learns how to scale the counts from some moments alone.
   *
   * @param training the moments of the training part, by their places
   */
  public ScaledCounts fit(Scaler scaler, int... training) {
    return new ScaledCounts(
        names,
        Arrays.stream(columns)
            .map(
                column -> scaler.fit(Arrays.stream(training).mapToDouble(r -> column[r]).toArray()))
            .toList());
  }
}
