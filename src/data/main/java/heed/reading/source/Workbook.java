package heed.reading.source;

import heed.log.ReadOptions;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A sheet of an Excel workbook. The library that takes workbooks apart is optional, and this class
 * does without it.
 *
 * @param file the workbook, {@code .xlsx} or {@code .xlsm}
 * @param sheet that is named, as in {@code book.xlsx!Sheet2}
 */
record Workbook(Path file, Optional<String> sheet) {

  /** The workbook that a path names; empty if it names none. */
  static Optional<Workbook> of(Path path) throws IOException {
    String named = path.toString();
    int mark = named.toLowerCase(Locale.ROOT).replace(".xlsm!", ".xlsx!").indexOf(".xlsx!");
    boolean chosen = mark >= 0 && !Files.exists(path);
    Path file = chosen ? Path.of(named.substring(0, mark + 5)) : path;
    if (!Files.isRegularFile(file) || !Archive.isZip(file)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        return Optional.empty();
      }
      refuseLarge(file, zip.stream().mapToLong(ZipEntry::getSize).sum());
    } catch (ZipException | EOFException damaged) {
      // An archive that cannot be opened is told about as such.
      return Optional.empty();
    }
    return Optional.of(
        new Workbook(file, chosen ? Optional.of(named.substring(mark + 6)) : Optional.empty()));
  }

  private static void refuseLarge(Path file, long unpacked) throws IOException {
    long most = Packing.mostUnpacked(Files.size(file));
    if (unpacked > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s holds %,d bytes when unpacked, unlikely for a log; save the sheet of the log as"
                  + " CSV and read that",
              file,
              unpacked));
    }
  }

  /**
   * The sheet as a text in the folder of the read, a line a row.
   *
   * @throws IllegalArgumentException if it is not clear which sheet is meant, the workbook is
   *     damaged, or what reads it is missing
   */
  PlainFile text(Path folder) throws IOException {
    try {
      return new SheetText(file, sheet).in(folder);
    } catch (NoClassDefFoundError missing) {
      throw new IllegalArgumentException(
          file
              + " is an Excel workbook; to read it, put org.dhatim:fastexcel-reader on the class"
              + " path, or save the sheet of the log as CSV (in Excel: File, Save As, CSV UTF-8)",
          missing);
    }
  }

  /** What is known of the text's form; what is told of its separator and quotes means nothing. */
  static ReadOptions form(ReadOptions options) {
    return options.withSeparator(SheetText.SEPARATOR).withoutQuote();
  }
}
