package heed.interactions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

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
    try (Database database = Database.open(options.listener())) {
      Columns told = Columns.guessed().withItem(idColumn).withValue(titleColumn);
      LogSource source = LogSource.of(path, told, options, database);
      int id = source.position(idColumn);
      int title = source.position(titleColumn);
      source.load(database, id, title);
      Map<String, String> titles = new LinkedHashMap<>();
      String sql =
          String.format(
              "SELECT c%1$d, c%2$d FROM %3$s WHERE c%1$d IS NOT NULL AND c%2$d IS NOT NULL",
              id, title, LogSource.HELD);
      for (String[] row : database.rows(sql)) {
        titles.put(row[0], row[1]);
      }
      return titles;
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    } catch (SQLException failed) {
      throw new IllegalArgumentException(
          path + " could not be read: " + Database.firstLine(failed), failed);
    }
  }
}
