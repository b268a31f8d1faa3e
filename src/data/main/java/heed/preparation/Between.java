package heed.preparation;

import heed.log.Interactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The events of a period, its start within, its end without.
 *
 * @param from the first moment
 * @param to the moment after the last
 */
record Between(Instant from, Instant to) implements TableStep {

  private static final long LAST_SECOND = Long.MAX_VALUE / 1_000 - 1;

  Between {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a period ends after it starts, found %s to before %s",
              shown(from),
              shown(to)));
    }
  }

  @Override
  public String name() {
    return "events from " + shown(from) + " to before " + shown(to);
  }

  /** A day where it is midnight in UTC, else a moment. */
  private static String shown(Instant moment) {
    return moment.equals(moment.truncatedTo(ChronoUnit.DAYS))
        ? moment.atOffset(ZoneOffset.UTC).toLocalDate().toString()
        : moment.toString();
  }

  @Override
  public Interactions of(Interactions log) {
    long[] times = log.events().times();
    long first = milliseconds(from);
    long end = milliseconds(to);
    boolean[] kept = new boolean[times.length];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = times[row] >= first && times[row] < end;
    }
    return log.keep(kept);
  }

  /** The first millisecond that is not before a moment. */
  private static long milliseconds(Instant moment) {
    if (Math.abs(moment.getEpochSecond()) > LAST_SECOND) {
      return moment.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return moment.plusNanos(999_999).toEpochMilli();
  }

  @Override
  public String query(String rows, TableFacts facts) {
    return String.format(
        Locale.ROOT,
        "SELECT * FROM %s WHERE ms >= %d AND ms < %d",
        rows,
        milliseconds(from),
        milliseconds(to));
  }
}
