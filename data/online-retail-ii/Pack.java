import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Packs the first sheet of the published workbook, saved as CSV or Parquet, into 2009-2010.parquet:
 * the same rows in the same order with the same columns, only smaller. The same input gives the
 * same file, and so does that file as input.
 *
 * <pre>
 * java -cp "$(environment/licences --class-path data)" data/online-retail-ii/Pack.java SHEET FILE
 * </pre>
 */
public class Pack {

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !Files.isRegularFile(Path.of(arguments[0]))) {
      throw new IllegalArgumentException(
          "expected the sheet (CSV or Parquet) and the file to write; found "
              + String.join(" ", arguments));
    }
    String sheet = arguments[0].replace("'", "''");
    String read = sheet.endsWith(".parquet") ? "read_parquet" : "read_csv";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute(
          """
          COPY (
            SELECT Invoice::VARCHAR AS Invoice, StockCode::VARCHAR AS StockCode,
              Description::VARCHAR AS Description, Quantity::BIGINT AS Quantity,
              strftime(InvoiceDate::TIMESTAMP, '%%Y-%%m-%%d %%H:%%M:%%S') AS InvoiceDate,
              Price::DOUBLE AS Price, "Customer ID"::DOUBLE AS "Customer ID",
              Country::VARCHAR AS Country
            FROM %s('%s')
          ) TO '%s' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 22, ROW_GROUP_SIZE 600000)
          """
              .formatted(read, sheet, arguments[1].replace("'", "''")));
    }
  }
}
