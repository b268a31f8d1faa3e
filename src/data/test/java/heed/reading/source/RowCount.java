package heed.reading.source;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts the rows of separated text without the database. */
public final class RowCount {

  private RowCount() {}

  /**
   * Throws if a row of the file is neither an event nor a bad row.
   *
   * @throws AssertionError saying how many there are of each
   */
  public static void demandAll(Path path, ReadOptions options, Interactions log)
      throws IOException {
    Set<Long> lines = new HashSet<>();
    log.badRows().forEach(row -> lines.add(row.line()));
    if (lines.size() != log.badRows().size()) {
      throw new AssertionError("two bad rows on one line: " + log.badRows());
    }
    long rows = of(path, options);
    if (rows >= 0 && rows != log.size() + log.badRows().size()) {
      throw new AssertionError(
          String.format(
              Locale.ROOT, "%d rows, but %d events and %s", rows, log.size(), log.badRows()));
    }
  }

  /** The rows below the header; -1 where the file is something else. */
  private static long of(Path path, ReadOptions options) throws IOException {
    Path folder = Files.createTempDirectory("heed-count-");
    try {
      PlainFile file = PlainFile.of(path, options.charset(), folder);
      FirstText first = file.isParquet() ? null : FirstText.of(file);
      if (first == null || first.isJson()) {
        return -1;
      }
      TextForm form;
      try {
        form = TextForm.of(first, file.named(), Columns.guessed(), options);
      } catch (IllegalArgumentException unusual) {
        // Such as a return in the midst of the first line: the reader makes it usual first.
        UsualText usual = UsualText.of(file, first, Columns.guessed(), options, folder);
        file = usual.file();
        form = TextForm.of(usual.first(), file.named(), Columns.guessed(), usual.options());
      }
      long rows = form.hasHeader() ? -1 : 0;
      try (Reader text = file.text()) {
        Records walk = new Records(text, form.separator(), form.quote());
        for (List<String> next = walk.next(); next != null; next = walk.next()) {
          rows += next.isEmpty() ? 0 : 1;
        }
      }
      return rows;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }
}
