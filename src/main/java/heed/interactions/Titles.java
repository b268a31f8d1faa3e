package heed.interactions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the items of a log are called. */
public final class Titles {

  private Titles() {}

  /**
   * Reads a CSV or TSV file with a header into a map from item id to title.
   *
   * @param idColumn the column of item ids, as in the log
   * @param titleColumn the column of titles
   * @throws IllegalArgumentException if the file or a column is not there
   */
  public static Map<String, String> read(Path path, String idColumn, String titleColumn) {
    LogFile file;
    try {
      file = LogFile.read(path);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    }
    int id = file.header().indexOf(idColumn);
    int title = file.header().indexOf(titleColumn);
    if (id < 0 || title < 0) {
      throw new IllegalArgumentException(
          String.format(
              "no column '%s' in %s; it has %s",
              id < 0 ? idColumn : titleColumn, path, file.header()));
    }
    Map<String, String> titles = new LinkedHashMap<>();
    for (String[] row : file.rows()) {
      if (row.length > Math.max(id, title) && row[id] != null && row[title] != null) {
        titles.put(row[id], row[title]);
      }
    }
    return titles;
  }
}
