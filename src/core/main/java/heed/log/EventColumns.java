package heed.log;

import java.util.Locale;
import java.util.Optional;

/**
 * The columns of a log, one entry a row each. Its arrays are shared, never changed: this record
 * does not leave the package.
 *
 * @param users who
 * @param items did something with what
 * @param times when, in milliseconds since 1970
 * @param values a rating, a count, a price; NaN where a row has none
 * @param types the kind of event, such as view or purchase, if the log tells it
 * @param sessions which visit an event belongs to, if the log tells it
 */
public record EventColumns(
    Ids users,
    Ids items,
    long[] times,
    double[] values,
    Optional<Ids> types,
    Optional<Ids> sessions) {

  public EventColumns {
    int rows = times.length;
    if (users.size() != rows
        || items.size() != rows
        || values.length != rows
        || types.map(Ids::size).orElse(rows) != rows
        || sessions.map(Ids::size).orElse(rows) != rows) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "columns differ in length: %d users, %d items, %d times, %d values",
              users.size(),
              items.size(),
              rows,
              values.length));
    }
  }

  public int size() {
    return times.length;
  }

  /** Some of the rows, in the order given. */
  EventColumns rows(int[] rows) {
    long[] keptTimes = new long[rows.length];
    double[] keptValues = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keptTimes[i] = times[rows[i]];
      keptValues[i] = values[rows[i]];
    }
    return new EventColumns(
        users.rows(rows),
        items.rows(rows),
        keptTimes,
        keptValues,
        types.map(column -> column.rows(rows)),
        sessions.map(column -> column.rows(rows)));
  }

  public EventColumns withItems(Ids others) {
    return new EventColumns(users, others, times, values, types, sessions);
  }

  public EventColumns withValues(double[] others) {
    return new EventColumns(users, items, times, others, types, sessions);
  }

  EventColumns withTypes(Ids others) {
    return new EventColumns(users, items, times, values, Optional.of(others), sessions);
  }

  public EventColumns withSessions(Optional<Ids> others) {
    return new EventColumns(users, items, times, values, types, others);
  }
}
