package heed.reading.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * One of several logs in a file: a sheet of a workbook, {@code book.xlsx!Sales}, or a file of an
 * archive, {@code logs.zip!may.csv}.
 *
 * @param file that holds it
 * @param name of the sheet, or of the file in the archive
 */
public record Inside(Path file, String name) {

  private static final Pattern NAMED = Pattern.compile("(?is)(.+\\.(?:zip|xlsx|xlsm))!(.+)");
  private static final String SHEETS = "xl/workbook.xml";

  /** What a path names in a file; empty if it names a file as a whole. */
  public static Optional<Inside> of(Path path) {
    Matcher named = NAMED.matcher(path.toString());
    return named.matches() && !Files.exists(path) && Files.isRegularFile(Path.of(named.group(1)))
        ? Optional.of(new Inside(Path.of(named.group(1)), named.group(2)))
        : Optional.empty();
  }

  /** Whether this is a sheet beside others. */
  public boolean isOneOfSeveralSheets() {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry book = zip.getEntry(SHEETS);
      if (book == null) {
        return false;
      }
      String listed = new String(zip.getInputStream(book).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("<(?:\\w+:)?sheet\\s").matcher(listed).results().count() > 1;
    } catch (ZipException damaged) {
      return false; // Reading it says what is wrong.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
