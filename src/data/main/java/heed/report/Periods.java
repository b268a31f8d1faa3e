package heed.report;

import java.util.Arrays;

/**
 * A log cut in time into periods of about equally many events. Events of one moment are never
 * parted, so that there may be fewer periods than asked for.
 *
 * @param starts the first moment of each period, ascending, in milliseconds
 */
record Periods(long[] starts) {

  /**
   * Cuts ascending times.
   *
   * @param wanted the most periods, at least 1
   */
  static Periods of(long[] ascending, int wanted) {
    long[] starts = new long[wanted];
    int found = 0;
    for (int i = 0; i < wanted; i++) {
      long start = ascending[(int) ((long) i * ascending.length / wanted)];
      if (found == 0 || start > starts[found - 1]) {
        starts[found++] = start;
      }
    }
    return new Periods(Arrays.copyOf(starts, found));
  }

  int count() {
    return starts.length;
  }

  /** The period of each row. */
  byte[] of(long[] times) {
    byte[] periods = new byte[times.length];
    for (int row = 0; row < times.length; row++) {
      byte period = (byte) (starts.length - 1);
      while (times[row] < starts[period]) {
        period--;
      }
      periods[row] = period;
    }
    return periods;
  }
}
