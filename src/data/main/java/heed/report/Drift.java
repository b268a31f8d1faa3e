package heed.report;

import heed.log.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether what is chosen changes from period to period by more than chance.
 *
 * <p>Two samples of one distribution differ too, the more so the longer the tail; and users have
 * tastes, so that two groups of them differ more than two groups of single events. Chance is
 * therefore measured by dealing whole users (what each did in one of the two periods) at random to
 * two parts of the periods' sizes, a number of times: a permutation test with the users' visits as
 * units.
 *
 * @param shifts from each period to the next, in order of time
 * @param beyondChance whether the mean divergence lies above the mean of every deal: p is then at
 *     most 1 / (DEALS + 1) = 0.05
 */
record Drift(List<Shift> shifts, boolean beyondChance) {

  private static final int DEALS = 19;

  /** An excess over chance, in bits, from which on old events mislead more than they help. */
  private static final double LARGE = 0.05;

  /** Sums of the same numbers in another order differ by less than this. */
  private static final double ROUNDING = 1e-9;

  Drift {
    shifts = List.copyOf(shifts);
  }

  static Drift of(Ids users, Ids items, Periods periods, byte[] periodOf, long seed) {
    UserBlocks blocks = UserBlocks.of(users, periods.count(), periodOf);
    List<Shift> shifts = new ArrayList<>();
    double observed = 0;
    double[] dealt = new double[DEALS];
    for (int later = 1; later < periods.count(); later++) {
      UserSample pair = UserSample.of(blocks, items, later);
      double divergence = pair.divergence();
      double[] chance = pair.deals(DEALS, new SplittableRandom(seed + later));
      observed += divergence;
      for (int i = 0; i < DEALS; i++) {
        dealt[i] += chance[i];
      }
      Arrays.sort(chance);
      shifts.add(
          new Shift(
              Instant.ofEpochMilli(periods.starts()[later]),
              divergence,
              chance[0],
              Arrays.stream(chance).average().orElse(0),
              chance[DEALS - 1]));
    }
    return new Drift(
        shifts, observed > Arrays.stream(dealt).max().orElse(0) + ROUNDING * (1 + shifts.size()));
  }

  Finding finding() {
    if (shifts.isEmpty()) {
      return Finding.fine(
          "drift", "not to be seen: the events share one moment", "without time nothing changes");
    }
    double mean = shifts.stream().mapToDouble(Shift::divergence).average().orElse(0);
    double chance = shifts.stream().mapToDouble(Shift::chance).average().orElse(0);
    String found =
        String.format(
            Locale.ROOT,
            "item shares move by %.2f bits from period to period; dealing users at random: %.2f",
            mean,
            chance);
    if (!beyondChance) {
      return Finding.fine("drift", found, "no more than who happened to come explains");
    }
    return mean - chance < LARGE
        ? Finding.note("drift", found, "a little more than chance: tastes move slowly", "")
        : Finding.warn(
            "drift",
            found,
            "what is chosen changes: test on later events, and weigh recent ones",
            "log.prepared(Steps.period(from, to)); Popularity.recent(...) as a baseline");
  }
}
