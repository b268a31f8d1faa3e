package heed.reading;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Columns;
import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import heed.reading.source.LogSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Logs and attributes from Tablesaw's tables, and as such tables. A table given is left as it is.
 */
public final class Tables {

  private Tables() {}

  /** Reads the rows of a table as a log, guessing which column is what. */
  public static Interactions log(Table table) {
    return log(table, Columns.guessed(), ReadOptions.defaults());
  }

  /**
   * Reads the rows of a table as a log, taking the columns named and guessing the others.
   *
   * @throws IllegalArgumentException if its rows are no log; the message names them
   */
  public static Interactions log(Table table, Columns columns, ReadOptions options) {
    return LogReader.read(
        name(table), columns.requireDistinct(), options, database -> LogSource.of(table, database));
  }

  /** What a table is called; a table made without a name is "table". */
  static String name(Table table) {
    return LogSource.nameOf(table);
  }

  /**
   * Takes attributes from a table of one row per id.
   *
   * @throws IllegalArgumentException as {@link Attributes#read(java.nio.file.Path, String,
   *     Attribute...)}
   */
  public static Attributes attributes(Table table, String id, Attribute... declared) {
    return new AttributeReader(table, id, List.of(declared)).oneRowAnId();
  }

  /**
   * Takes attributes from a table of several rows per id.
   *
   * @throws IllegalArgumentException as {@link Attributes#readGathered}
   */
  public static Attributes gathered(Table table, String id, Attribute... declared) {
    return new AttributeReader(table, id, List.of(declared)).gathered();
  }

  /** A copy of a log: user, item, time, value and, where there are any, type and session. */
  public static Table of(Interactions log) {
    EventColumns events = log.events();
    InstantColumn times = InstantColumn.create("time");
    Arrays.stream(events.times()).mapToObj(Instant::ofEpochMilli).forEach(times::append);
    Table table =
        Table.create(
            log.name(),
            StringColumn.create("user", log.users()),
            StringColumn.create("item", log.items()),
            times,
            DoubleColumn.create("value", events.values()));
    log.types().ifPresent(ids -> table.addColumns(StringColumn.create("type", ids)));
    log.sessions().ifPresent(ids -> table.addColumns(StringColumn.create("session", ids)));
    return table;
  }

  /** A copy of attributes: the ids, then the columns. */
  public static Table of(Attributes attributes) {
    List<String> ids = attributes.ids();
    Table table = Table.create("attributes", StringColumn.create("id", ids));
    for (Attribute attribute : attributes.declared()) {
      String column = attribute.column();
      table.addColumns(
          attribute instanceof Attribute.Numeric
              ? DoubleColumn.create(
                  column, ids.stream().mapToDouble(id -> attributes.number(column, id)).toArray())
              : StringColumn.create(
                  column, ids.stream().map(id -> attributes.written(column, id))));
    }
    return table;
  }
}
