package heed.planted;

import java.util.SplittableRandom;

/** How long the histories of a planted log are, and when their events happen. */
final class PlantedClock {

  private static final int LENGTHS = 5;
  private static final int TIMES = 6;

  /** Spread of the logarithm of lengths: the longest of thousands is tens of means long. */
  private static final double LENGTH_SPREAD = 1.1;

  /** 2020-01-01, the first day on which a history may begin. */
  private static final long FIRST_SECOND = 1_577_836_800L;

  private static final long BEGINNING_DAYS = 1_000;
  private static final long DAY = 86_400;

  /** Seconds between events of a session: from, to; evenly in the logarithm. */
  private static final double[] WITHIN = {5, 600};

  /** Seconds between sessions: four hours to ten days. */
  private static final double[] BETWEEN = {4 * 3_600, 10 * DAY};

  private final Planted.People people;
  private final long seed;

  PlantedClock(Planted.People people, long seed) {
    this.people = people;
    this.seed = seed;
  }

  /**
   * Where each user's events begin, and behind the last user how many events there are in all.
   *
   * @param longest the most events of a user
   */
  int[] offsets(int longest) {
    int[] lengths = lengths();
    int surplus = 0;
    for (int user = 0; user < lengths.length; user++) {
      surplus += Math.max(0, lengths[user] - longest);
      lengths[user] = Math.min(longest, lengths[user]);
    }
    for (int user = 0; surplus > 0; user = (user + 1) % lengths.length) {
      if (lengths[user] < longest) {
        lengths[user]++;
        surplus--;
      }
    }
    int[] offsets = new int[lengths.length + 1];
    for (int user = 0; user < lengths.length; user++) {
      offsets[user + 1] = offsets[user] + lengths[user];
    }
    return offsets;
  }

  /** Log-normal above the shortest; rounded on the running sum, so that the total is exact. */
  private int[] lengths() {
    SplittableRandom random = Planted.random(seed, LENGTHS, 0);
    double[] running = new double[people.users()];
    double sum = 0;
    for (int user = 0; user < running.length; user++) {
      sum += Math.exp(LENGTH_SPREAD * random.nextGaussian());
      running[user] = sum;
    }
    long extra = people.events() - (long) people.users() * people.shortest();
    int[] lengths = new int[running.length];
    long before = 0;
    for (int user = 0; user < lengths.length; user++) {
      long until = Math.round(extra * (running[user] / sum));
      lengths[user] = people.shortest() + (int) (until - before);
      before = until;
    }
    return lengths;
  }

  /**
   * Tells when a user's events happen, in milliseconds since 1970, each in a second of its own, and
   * which of them open a session.
   */
  void tell(int user, int length, long[] times, boolean[] opens) {
    SplittableRandom random = Planted.random(seed, TIMES, user);
    long second = FIRST_SECOND + random.nextLong(BEGINNING_DAYS * DAY);
    for (int i = 0; i < length; i++) {
      opens[i] = i == 0 || random.nextDouble() < opening();
      if (i > 0) {
        second += gap(opens[i] ? BETWEEN : WITHIN, random);
      }
      times[i] = 1_000 * second;
    }
  }

  /** The chance that an event but the first opens a session. */
  double opening() {
    return 1 / people.session();
  }

  private static long gap(double[] range, SplittableRandom random) {
    return (long) (range[0] * Math.pow(range[1] / range[0], random.nextDouble()));
  }
}
