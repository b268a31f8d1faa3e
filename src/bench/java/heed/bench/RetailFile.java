package heed.bench;

import heed.log.Interactions;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The invoices of Online Retail II (Chen 2019, UCI data set 502) as a log: goods that a known
 * customer bought and did not send back, the first time she bought each. Codes that are no goods
 * (postage, fees) do not begin with five digits.
 */
final class RetailFile {

  private static final String FIRST_PURCHASES =
      """
      select cast("Customer ID" as bigint)::varchar as user_id, StockCode as item_id,
        min(InvoiceDate) as "time"
      from read_parquet('FILE')
      where "Customer ID" is not null and Quantity > 0 and Price > 0 and not starts_with(Invoice, 'C')
        and regexp_matches(StockCode, '^[0-9]{5}')
      group by all order by all
      """;

  private RetailFile() {}

  /** The 5-core; the order of an invoice's lines is drawn, since it is not known. */
  static Sequences read(Path file) throws IOException {
    String path = file.toString().replace("'", "''");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
      Interactions log = Interactions.query(database, FIRST_PURCHASES.replace("FILE", path));
      return Sequences.of(log.kCore(5), 1);
    } catch (SQLException failed) {
      throw new IOException("could not read the invoices of " + file, failed);
    }
  }
}
