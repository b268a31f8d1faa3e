package heed.report;

import heed.log.Ids;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What each user did in each period, as blocks of rows in order of period and then of user. Its
 * arrays are shared, never changed.
 *
 * @param rows row numbers
 * @param starts where each block begins in {@code rows}, and last the number of rows
 * @param first the first block of each period, and last the number of blocks
 */
record UserBlocks(int[] rows, int[] starts, int[] first) {

  static UserBlocks of(Ids users, int periods, byte[] periodOf) {
    int[] asRead = IntStream.range(0, periodOf.length).toArray();
    int[] byUser = sorted(asRead, users.distinct().size(), users::code);
    int[] rows = sorted(byUser, periods, row -> periodOf[row]);
    int[] starts = new int[rows.length + 1];
    int[] first = new int[periods + 1];
    int blocks = 0;
    for (int i = 0; i < rows.length; i++) {
      boolean newPeriod = i == 0 || periodOf[rows[i]] != periodOf[rows[i - 1]];
      if (newPeriod) {
        first[periodOf[rows[i]]] = blocks;
      }
      if (newPeriod || users.code(rows[i]) != users.code(rows[i - 1])) {
        starts[blocks++] = i;
      }
    }
    first[periods] = blocks;
    starts[blocks] = rows.length;
    return new UserBlocks(rows, Arrays.copyOf(starts, blocks + 1), first);
  }

  /** Rows in order of a key in 0..keys - 1; rows of one key stay in the order they were in. */
  private static int[] sorted(int[] rows, int keys, IntUnaryOperator key) {
    int[] counts = new int[keys];
    for (int row : rows) {
      counts[key.applyAsInt(row)]++;
    }
    int[] next = EventTimes.offsets(counts);
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[next[key.applyAsInt(row)]++] = row;
    }
    return sorted;
  }
}
