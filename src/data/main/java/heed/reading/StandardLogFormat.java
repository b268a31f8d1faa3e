package heed.reading;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Columns;
import heed.log.Interactions;
import heed.log.LogFormat;
import heed.log.ReadOptions;
import heed.reading.source.LogSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Separated text, JSON lines and Parquet, plain or packed, and the rows of a query. */
public final class StandardLogFormat implements LogFormat {

  @Override
  public boolean accepts(Path path) {
    return true;
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Interactions read(Path path, Columns columns, ReadOptions options) {
    return LogReader.read(
        String.valueOf(path.getFileName() == null ? path : path.getFileName()),
        columns,
        options,
        database -> LogSource.of(path, columns, options, database));
  }

  @Override
  public Interactions query(
      Connection connection, String sql, Columns columns, ReadOptions options) {
    return LogReader.read(
        "query", columns, options, database -> LogSource.of(connection, sql, database));
  }

  @Override
  public Attributes attributes(
      Path path, ReadOptions options, String id, List<Attribute> declared, boolean gathered) {
    String[] columns =
        Stream.concat(Stream.of(id), declared.stream().map(Attribute::column))
            .distinct()
            .toArray(String[]::new);
    Table table = DelimitedTable.read(path, options, columns);
    AttributeReader reader = new AttributeReader(table, id, declared);
    return gathered ? reader.gathered() : reader.oneRowAnId();
  }
}
