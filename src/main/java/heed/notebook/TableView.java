package heed.notebook;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table: its first and last rows, under its name and size. */
final class TableView {

  private TableView() {}

  static View of(Table table) {
    if (table.columnCount() == 0) {
      return View.ofText(table.name() + ": no columns");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int r : Grid.shownOf(table.rowCount())) {
      List<String> row = new ArrayList<>();
      table.columns().forEach(column -> row.add(cell(column, r)));
      rows.add(row);
    }
    List<Boolean> numeric =
        table.columns().stream().map(column -> column instanceof NumericColumn).toList();
    String name = table.name() == null ? "table" : table.name();
    String caption =
        "%s: %,d rows, %,d columns".formatted(name, table.rowCount(), table.columnCount());
    return Grid.of(table.columnNames(), numeric, rows, table.rowCount()).view(caption);
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    Object value = column.get(row);
    return value instanceof Number ? Texts.inCell(value) : column.getString(row);
  }
}
