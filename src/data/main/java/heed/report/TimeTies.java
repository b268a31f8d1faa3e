package heed.report;

import java.util.Locale;

/**
 * Events that share their user and moment, so that their order is unknown.
 *
 * @param tied how many events share their moment with another of the same user
 * @param largest the most events of one user at one moment
 * @param events all events
 */
record TimeTies(int tied, int largest, int events) {

  /** From this share on, what follows what is to a large part drawn by the seed. */
  private static final double MANY = 0.1;

  static TimeTies of(EventTimes moments) {
    long[] times = moments.times();
    int tied = 0;
    int largest = 1;
    for (int user = 0; user < moments.users(); user++) {
      int end = moments.offsets()[user + 1];
      int start = moments.offsets()[user];
      for (int i = start + 1; i <= end; i++) {
        if (i == end || times[i] != times[start]) {
          tied += i - start > 1 ? i - start : 0;
          largest = Math.max(largest, i - start);
          start = i;
        }
      }
    }
    return new TimeTies(tied, largest, times.length);
  }

  Finding finding() {
    if (tied == 0) {
      return Finding.fine("ties in time", "none", "every history has one order");
    }
    double share = (double) tied / events;
    String found =
        String.format(
            Locale.ROOT,
            "%,d events (%s) share their user and moment with another, up to %,d at once",
            tied,
            Wording.percent(share),
            largest);
    return share < MANY
        ? Finding.note("ties in time", found, "their order is unknown", "Sequences.of(log, seed)")
        : Finding.warn(
            "ties in time",
            found,
            "their order is unknown: repeat with other seeds to see how much hangs on it",
            "Sequences.of(log, seed) draws it");
  }
}
