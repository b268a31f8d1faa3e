package heed.evaluation.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Estimates by recommender and by measure or segment.
 *
 * @param caption what was asked, and how
 * @param columns what heads each column
 * @param rows one per recommender, in the order given
 */
public record EstimateTable(String caption, List<String> columns, List<Row> rows) {

  /** What the marks of {@link Estimate#marked} mean. */
  public static final String LEGEND = "* the best; = not distinguishable from the best";

  /**
   * What one recommender reached.
   *
   * @param name the recommender
   * @param estimates one per column
   */
  public record Row(String name, List<Estimate> estimates) {

    public Row {
      estimates = List.copyOf(estimates);
    }
  }

  public EstimateTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.estimates().size() != columns.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d estimates for %d columns",
                row.name(),
                row.estimates().size(),
                columns.size()));
      }
    }
  }

  /** Filled column by column: one estimate a name in each. */
  public static EstimateTable of(
      String caption,
      List<String> columns,
      List<String> names,
      IntFunction<List<Estimate>> estimates) {
    List<List<Estimate>> byColumn = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      byColumn.add(estimates.apply(column));
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      int place = row;
      rows.add(
          new Row(names.get(row), byColumn.stream().map(column -> column.get(place)).toList()));
    }
    return new EstimateTable(caption, columns, rows);
  }

  /** The estimates of one column, one per recommender. */
  public List<Estimate> column(String heading) {
    int column = columns.indexOf(heading);
    if (column < 0) {
      throw new IllegalArgumentException(
          "no column '" + heading + "'; there is " + String.join(", ", columns));
    }
    return rows.stream().map(row -> row.estimates().get(column)).toList();
  }

  /** An estimate as a table shows it; where nobody is beside it, without a mark. */
  public String cell(Estimate estimate) {
    return rows.size() > 1 ? estimate.marked() : estimate.marked().replaceFirst("^\\W ", "");
  }

  /** The caption, with what the marks mean where there are any. */
  public String explained() {
    return rows.size() > 1 ? caption + ". " + LEGEND : caption;
  }

  @Override
  public String toString() {
    TextTable text = new TextTable(columns);
    for (Row row : rows) {
      text.row(
          row.name(),
          row.estimates().stream()
              .map(estimate -> cell(estimate) + " (" + estimate.interval() + ")")
              .toList());
    }
    return explained() + "\n" + text;
  }
}
