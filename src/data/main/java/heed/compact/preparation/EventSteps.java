package heed.compact.preparation;

import heed.log.KCore;
import heed.log.Step;
import heed.log.StepTaken;
import heed.log.WithoutUser;
import heed.preparation.TableFacts;
import heed.preparation.TableStep;
import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes steps on tables of events; each makes a table, or leaves the one it was given. */
final class EventSteps {

  /** Rows of all users whose rows are compared at once: a few gigabytes in the database. */
  private static final int ROWS_AT_ONCE = 30_000_000;

  private final Database database;
  private final ProgressClock clock;
  private final String name;

  EventSteps(Database database, ProgressClock clock, String name) {
    this.database = database;
    this.clock = clock;
    this.name = name;
  }

  /** Refuses steps that only memory knows. */
  static void requireKnown(List<Step> steps) {
    for (Step step : steps) {
      if (!(step instanceof TableStep || step instanceof KCore || step instanceof WithoutUser)) {
        throw new IllegalArgumentException(
            "'"
                + step.name()
                + "' is not taken on a log too large for memory; known are k-cores, duplicates,"
                + " periods, types, values of at least, missing values and types, and users to"
                + " leave out. Take it where the log is written, or implement TableStep");
      }
    }
  }

  /**
   * Takes a step.
   *
   * @param from the table of events; gone afterwards, unless it is the result
   * @param to the name of a table that is made
   */
  TakenStep take(Step asked, String from, String to) throws SQLException {
    EventCounts before = EventCounts.of(database, clock, from);
    Step step = asked instanceof TableStep known ? known.fitted(facts(from)) : asked;
    if (step instanceof KCore core) {
      new TableCore(database, clock, core).make(before, from, to);
    } else if (step instanceof TableStep known) {
      make(known, before, from, to);
    } else {
      leaveOut((WithoutUser) step, before, from, to);
    }
    EventCounts after = EventCounts.of(database, clock, to);
    if (after.size().events() == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "after '%s' nothing is left of %s; choose a milder one",
              step.name(),
              before.size()));
    }
    database.run("DROP TABLE " + from);
    return new TakenStep(to, new StepTaken(step.name(), before.size(), after.size()));
  }

  private void make(TableStep step, EventCounts before, String from, String to)
      throws SQLException {
    TableFacts facts = facts(from);
    if (!step.comparesRows()) {
      database.run("CREATE TABLE " + to + " AS " + step.query(from, facts));
      return;
    }
    boolean isMade = false;
    for (UserRange range : UserRange.of(before.ofUsers(), ROWS_AT_ONCE, Integer.MAX_VALUE)) {
      String rows =
          String.format(
              Locale.ROOT,
              "(SELECT * FROM %s WHERE u BETWEEN %d AND %d)",
              from,
              range.first(),
              range.end() - 1);
      database.run(
          (isMade ? "INSERT INTO " + to + " " : "CREATE TABLE " + to + " AS ")
              + step.query(rows, facts));
      isMade = true;
    }
  }

  private void leaveOut(WithoutUser step, EventCounts before, String from, String to)
      throws SQLException {
    List<String[]> known =
        database.rows("SELECT code FROM u_ids WHERE id = " + Database.literal(step.id()));
    if (known.isEmpty() || before.ofUsers()[Integer.parseInt(known.get(0)[0])] == 0) {
      throw step.unknown(before.size().users(), name);
    }
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %s AS SELECT * FROM %s WHERE u <> %s",
            to,
            from,
            known.get(0)[0]));
  }

  private TableFacts facts(String table) throws SQLException {
    List<String> columns =
        database.rows("DESCRIBE " + table).stream().map(column -> column[0]).toList();
    Map<String, Integer> types = new HashMap<>();
    if (columns.contains("y")) {
      for (String[] row :
          database.rows(
              "SELECT DISTINCT id, code FROM y_ids SEMI JOIN "
                  + table
                  + " ON y_ids.code = "
                  + table
                  + ".y")) {
        types.put(row[0], Integer.valueOf(row[1]));
      }
    }
    boolean valued =
        columns.contains("value")
            && !database
                .rows("SELECT 1 FROM " + table + " WHERE NOT isnan(value) LIMIT 1")
                .isEmpty();
    return new TableFacts(named(columns), types, valued, () -> lastTime(table));
  }

  private String named(List<String> columns) {
    return columns.contains("y") || columns.contains("value")
        ? name
        : name + " at this step (put it before those that leave duplicates out)";
  }

  private long lastTime(String table) {
    try {
      return database.count("SELECT max(ms) FROM " + table);
    } catch (SQLException failed) {
      throw new IllegalStateException("the events could not be read", failed);
    }
  }
}
