package heed.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Reads a sample of the Criteo display advertising challenge (2014): whether an advertisement was
 * clicked, thirteen counts and twenty-six hashed categories.
 *
 * <p>It names neither users nor items nor times, so it is a table and no log; its 45,840,617 rows
 * stand in the order of time. The terms are those of the challenge's page, <a
 * href="https://www.kaggle.com/c/criteo-display-ad-challenge">at Kaggle</a>.
 */
public final class CriteoClicks {

  private static final String FILE = "train.txt";
  private static final int NUMBERS = 13;
  private static final int CATEGORIES = 26;

  private CriteoClicks() {}

  /**
   * The first rows of {@code train.txt}, which is separated by tabs and has no header.
   *
   * @param folder holds the file, as it is or packed by gzip
   * @param rows how many, at least 1; fewer come back where the file holds fewer
   * @return columns clicked (1 or 0), I1 to I13 (missing where the field is empty) and C1 to C26
   *     (an empty text where it is)
   * @throws IllegalArgumentException if the file is not there or a line is none of it
   */
  public static Table read(Path folder, int rows) {
    Path path =
        new SetFile.Plain(FILE)
            .in(folder)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "no %s (or %s.gz) in %s; it belongs to the Criteo display advertising"
                                + " challenge",
                            FILE,
                            FILE,
                            folder.toAbsolutePath().normalize())));
    List<Column<?>> columns = new ArrayList<>();
    for (String name : columns()) {
      columns.add(name.startsWith("C") ? StringColumn.create(name) : DoubleColumn.create(name));
    }
    try (BufferedReader reader = TextLines.of(path)) {
      String line = reader.readLine();
      for (int row = 1; line != null && row <= rows; row++) {
        append(line, row, columns);
        line = reader.readLine();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    }
    return Table.create("Criteo clicks", columns);
  }

  private static String[] columns() {
    String[] columns = new String[1 + NUMBERS + CATEGORIES];
    columns[0] = "clicked";
    for (int i = 1; i < columns.length; i++) {
      columns[i] = i <= NUMBERS ? "I" + i : "C" + (i - NUMBERS);
    }
    return columns;
  }

  private static void append(String line, int row, List<Column<?>> columns) {
    String[] fields = line.split("\t", -1);
    if (fields.length != columns.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s, line %,d: %d fields, but there are %d columns",
              FILE,
              row,
              fields.length,
              columns.size()));
    }
    for (int i = 0; i < fields.length; i++) {
      append(fields[i], row, columns.get(i));
    }
  }

  private static void append(String field, int row, Column<?> column) {
    if (column instanceof StringColumn texts) {
      texts.append(field);
    } else if (column instanceof DoubleColumn numbers) {
      try {
        numbers.append(field.isEmpty() ? Double.NaN : Double.parseDouble(field));
      } catch (NumberFormatException notANumber) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s, line %,d: '%s' of %s is not a number",
                FILE,
                row,
                field,
                column.name()),
            notANumber);
      }
    }
  }
}
