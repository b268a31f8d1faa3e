package heed.reading.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A sheet as text: a line a row, with a tab between cells, so that row 7 of the sheet is line 7.
 *
 * @param file the workbook
 * @param sheet that is named; else the only one that may be a log
 */
record SheetText(Path file, Optional<String> sheet) {

  /** Between cells; in none of them. */
  static final String SEPARATOR = "\t";

  /**
   * The sheet as a text in the folder of the read.
   *
   * @throws IllegalArgumentException if it is not clear which sheet is meant, the workbook is
   *     damaged
   */
  PlainFile in(Path folder) throws IOException {
    try (ReadableWorkbook book = open()) {
      Path to = folder.resolve("sheet");
      Sheet chosen = chosen(book);
      write(chosen, book.isDate1904(), to);
      return new PlainFile(file + sheet.map(name -> "!" + name).orElse(""), to)
          .saying("sheet '" + chosen.getName() + "' of a workbook");
    } catch (RuntimeException failed) {
      throw isTold(failed) ? failed : damaged(failed);
    }
  }

  /**
   * Whether it is told in our words, or a stop; the library throws exceptions of many kinds at what
   * is damaged: of states, of arguments, of numbers, of indexes. Our words begin with the file.
   */
  private boolean isTold(RuntimeException failed) {
    return failed instanceof CancellationException
        || String.valueOf(failed.getMessage()).startsWith(file.toString());
  }

  private ReadableWorkbook open() throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (IOException damaged) {
      throw damaged(damaged);
    }
  }

  private IllegalArgumentException damaged(Exception cause) {
    return new IllegalArgumentException(
        file
            + " is damaged: it begins as an Excel workbook but cannot be read as such; open it in"
            + " Excel and save it anew ("
            + cause.getMessage()
            + ")",
        cause);
  }

  private Sheet chosen(ReadableWorkbook book) throws IOException {
    List<Sheet> sheets = book.getSheets().toList();
    if (sheet.isPresent()) {
      return sheets.stream()
          .filter(candidate -> candidate.getName().equals(sheet.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      file + " has no sheet '" + sheet.get() + "'; it has " + names(sheets)));
    }
    List<Sheet> filled = sheets.stream().filter(SheetText::mayBeLog).toList();
    if (filled.size() == 1) {
      return filled.get(0);
    }
    throw new IllegalArgumentException(
        filled.isEmpty()
            ? file
                + " holds no events: expected a header and at least one row below it on one sheet"
            : String.format(
                Locale.ROOT,
                "%s holds %d sheets that may be the log; name one: %s!SHEET, among %s",
                file,
                filled.size(),
                file.getFileName(),
                names(filled)));
  }

  private static List<String> names(List<Sheet> sheets) {
    return sheets.stream().map(Sheet::getName).toList();
  }

  /** Whether it is to be seen, and two rows of it have two cells at least. */
  private static boolean mayBeLog(Sheet sheet) {
    if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
      return false;
    }
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.filter(row -> filled(row) > 1).limit(2).count() == 2;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long filled(Row row) {
    return row.stream().filter(cell -> cell != null && !cell.getText().isBlank()).count();
  }

  private static void write(Sheet sheet, boolean since1904, Path to) throws IOException {
    int width;
    try (Stream<Row> rows = sheet.openStream()) {
      width = rows.mapToInt(SheetText::width).max().orElse(0);
    }
    CellText text = new CellText(since1904);
    try (Stream<Row> rows = sheet.openStream();
        BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      int line = 0;
      for (var next = rows.iterator(); next.hasNext(); line++) {
        if (Thread.interrupted()) {
          throw Database.stopped();
        }
        Row row = next.next();
        for (; line + 1 < row.getRowNum(); line++) {
          out.write('\n');
        }
        write(row, width, text, out);
      }
    }
  }

  private static int width(Row row) {
    int width = row.getCellCount();
    while (width > 0 && isBlank(row, width - 1)) {
      width--;
    }
    return width;
  }

  private static boolean isBlank(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null || cell.getText().isBlank();
  }

  private static void write(Row row, int width, CellText text, Writer out) throws IOException {
    if (width(row) > 0) {
      List<String> cells =
          Stream.iterate(0, column -> column + 1)
              .limit(width)
              .map(column -> column < row.getCellCount() ? text.of(row.getCell(column)) : "")
              .toList();
      out.write(String.join(SEPARATOR, cells));
    }
    out.write('\n');
  }
}
