package heed.reading;

import heed.log.ReadOptions;
import heed.reading.column.IdRule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.Table;

/** Reads what the items of a log are called. */
public final class Titles {

  private Titles() {}

  /**
   * Reads a file of any form that a log may have into a map from item id to title.
   *
   * @param idColumn the column of item ids, as in the log
   * @param titleColumn the column of titles
   * @throws IllegalArgumentException if the file or a column is not there
   */
  public static Map<String, String> read(Path path, String idColumn, String titleColumn) {
    return read(path, idColumn, titleColumn, ReadOptions.defaults());
  }

  /**
   * Reads a file whose form is told.
   *
   * @param idColumn the column of item ids, as in the log; by position, from "1", without a header
   * @param titleColumn the column of titles
   * @throws IllegalArgumentException if the file or a column is not there
   */
  public static Map<String, String> read(
      Path path, String idColumn, String titleColumn, ReadOptions options) {
    Table table = DelimitedTable.read(path, options, idColumn, titleColumn);
    IdRule rule = IdRule.of(table.stringColumn(0).asList());
    Map<String, String> titles = new LinkedHashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      String id = rule.clean(table.stringColumn(0).get(row));
      String title = table.stringColumn(1).get(row);
      if (!id.isEmpty() && !title.isEmpty()) {
        titles.put(id, title);
      }
    }
    return titles;
  }
}
