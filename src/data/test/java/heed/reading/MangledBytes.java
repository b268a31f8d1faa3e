package heed.reading;

import heed.reading.source.MadeWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The bytes of the forms that are no text. */
final class MangledBytes {

  /** What DuckDB writes, once. */
  static final byte[] PARQUET = parquet();

  private MangledBytes() {}

  /** What packs a stream. */
  interface Packer {
    OutputStream of(OutputStream out) throws IOException;
  }

  static byte[] packed(byte[] plain, Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = packer.of(bytes)) {
      packed.write(plain);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
      packed.putNextEntry(new ZipEntry("log.csv"));
      packed.write(plain);
      packed.closeEntry();
    }
    return bytes.toByteArray();
  }

  /**
   * A row of a sheet whose number is not told yet, as {@code @}; what looks like one is a number.
   */
  static String sheetRow(String... fields) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      String cell = (char) ('A' + i) + "@";
      cells.append(
          fields[i].matches("\\d+")
              ? MadeWorkbook.number(cell, fields[i], 0)
              : MadeWorkbook.text(cell, fields[i]));
    }
    return "<row r=\"@\">" + cells + "</row>";
  }

  /** A workbook of one sheet. */
  static byte[] workbook(String rows) throws IOException {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (String row : rows.split("(?=<row )", -1)) {
      number++;
      numbered.append(row.replace("@", String.valueOf(number)));
    }
    Path file = Files.createTempFile("heed-fuzz-", ".xlsx");
    try {
      new MadeWorkbook().sheet("log", numbered.toString()).write(file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] parquet() {
    try {
      Path file = Files.createTempFile("heed-fuzz-", ".parquet");
      try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = database.createStatement()) {
        statement.execute(
            "COPY (SELECT 'u' || i % 9 AS user, 'i' || i % 20 AS item, i % 5 AS value,"
                + " 964982703 + 1000 * i AS time FROM range(40) AS r(i)) TO '"
                + file
                + "' (FORMAT PARQUET)");
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
