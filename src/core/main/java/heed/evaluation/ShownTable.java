package heed.evaluation;

import heed.evaluation.significance.TextTable;
import java.util.List;
import java.util.Locale;

/**
 * What each recommender showed: its measures beyond accuracy, side by side.
 *
 * @param caption how it was asked
 * @param columns the measures
 * @param rows one per recommender
 */
public record ShownTable(String caption, List<String> columns, List<Row> rows) {

  /**
   * One recommender.
   *
   * @param name what it is called
   * @param values one per column
   */
  public record Row(String name, List<Double> values) {

    public Row {
      values = List.copyOf(values);
    }
  }

  public ShownTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public String toString() {
    TextTable text = new TextTable(columns);
    for (Row row : rows) {
      text.row(
          row.name(),
          row.values().stream().map(value -> String.format(Locale.ROOT, "%.4f", value)).toList());
    }
    return caption + "\n" + text;
  }
}
