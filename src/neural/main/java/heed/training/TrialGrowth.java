package heed.training;

/**
 * How the bytes of a batch grow with its rows, found by trying one row and two.
 *
 * @param fixed whatever it holds
 * @param perRow with each row
 */
record TrialGrowth(long fixed, long perRow) {

  /** Rows of this length are tried at once; of longer ones it is made out first what they take. */
  private static final int SHORT = 1024;

  /** Bytes that no machine has; twice of them are still a number. */
  private static final double MOST = 1e18;

  /** The bytes that a batch makes. */
  @FunctionalInterface
  interface Trial {
    long bytes(int rows, int length);
  }

  /**
   * Tries rows of a length, unless two of them would not fit: then what shorter ones take is
   * continued, as a polynomial of the second degree, which attention is.
   *
   * @param free bytes that a trial may take
   */
  static TrialGrowth of(Trial trial, int length, long free) {
    if (length > SHORT && continued(trial, 2, length) > free / 2) {
      return of(continued(trial, 1, length), continued(trial, 2, length));
    }
    return of(trial.bytes(1, length), trial.bytes(2, length));
  }

  private static TrialGrowth of(long one, long two) {
    return new TrialGrowth(Math.max(0, 2 * one - two), two - one);
  }

  /**
   * Lagrange's polynomial through the lengths 1, 2 and 4, the unit being a quarter of {@link
   * #SHORT}.
   */
  private static long continued(Trial trial, int rows, int length) {
    int unit = SHORT / 4;
    double x = (double) length / unit;
    double bytes =
        trial.bytes(rows, unit) * (x - 2) * (x - 4) / 3
            - trial.bytes(rows, 2 * unit) * (x - 1) * (x - 4) / 2
            + trial.bytes(rows, 4 * unit) * (x - 1) * (x - 2) / 6;
    return (long) Math.min(MOST, bytes);
  }

  /** The bytes of a batch of so many rows. */
  long at(int rows) {
    return fixed + rows * perRow;
  }
}
