package heed.notebook;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table under its name and size. */
final class TableView {

  private TableView() {}

  static View of(Table table) {
    if (table.columnCount() == 0) {
      return View.ofText(table.name() + ": no columns");
    }
    List<Boolean> numeric =
        table.columns().stream().map(column -> column instanceof NumericColumn).toList();
    String name = table.name() == null ? "table" : table.name();
    String caption =
        String.format(
            Locale.ROOT, "%s: %,d rows, %,d columns", name, table.rowCount(), table.columnCount());
    return Grid.of(table.columnNames(), numeric, table.rowCount(), row -> cells(table, row))
        .view(caption);
  }

  private static List<String> cells(Table table, int row) {
    return table.columns().stream().map(column -> cell(column, row)).toList();
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    Object value = column.get(row);
    return value instanceof Number ? Texts.inCell(value) : column.getString(row);
  }
}
