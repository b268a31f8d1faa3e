package heed.report;

import java.util.List;

/**
 * What changes in a log with time.
 *
 * @param calendar how many events there are in each minute, hour, day, month or year, whichever
 *     suits the length of the log; times in milliseconds since 1970
 * @param gaps how many times between one event of a user and the next lie in each range, in
 *     milliseconds; the last range has no end
 * @param periods parts of about equally many events, at most ten; one if all events share a moment
 * @param shifts from each period to the next, so one fewer
 */
public record OverTime(
    List<Bar> calendar, List<Bar> gaps, List<Period> periods, List<Shift> shifts) {

  public OverTime {
    calendar = List.copyOf(calendar);
    gaps = List.copyOf(gaps);
    periods = List.copyOf(periods);
    shifts = List.copyOf(shifts);
  }
}
