package heed.interactions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    KnownFile file = KnownFile.events(FILE, KnownFormat.withoutHeader("\t", columns()), columns());
    if (!file.isIn(folder)) {
      throw new IllegalArgumentException(
          String.format(
              "no %s (or %s.gz) in %s; it belongs to the Criteo display advertising challenge",
              FILE, FILE, folder.toAbsolutePath().normalize()));
    }
    List<Column<?>> columns = new ArrayList<>();
    for (String name : columns()) {
      columns.add(name.startsWith("C") ? StringColumn.create(name) : DoubleColumn.create(name));
    }
    try (BufferedReader reader = file.open(folder)) {
      String line = reader.readLine();
      for (int row = 1; line != null && row <= rows; row++) {
        append(file, line, row, columns);
        line = reader.readLine();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + folder.resolve(FILE), failed);
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

  private static void append(KnownFile file, String line, int row, List<Column<?>> columns) {
    try {
      String[] fields = file.format().fields(line, file.fields());
      for (int i = 0; i < fields.length; i++) {
        if (columns.get(i) instanceof DoubleColumn numbers) {
          numbers.append(fields[i].isEmpty() ? Double.NaN : Double.parseDouble(fields[i]));
        } else if (columns.get(i) instanceof StringColumn texts) {
          texts.append(fields[i]);
        }
      }
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          String.format("%s, line %,d: %s", file.name(), row, wrong.getMessage()), wrong);
    }
  }
}
