package heed.clicks.preparation;

import heed.log.Ids;
import heed.log.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How a log becomes rows that were clicked (value 1) or not (value 0). */
public sealed interface ClickLabels {

  /** In words. */
  String name();

  /** The rows of a log, with those that are made up if any, valued 1 or 0. */
  Interactions of(Interactions log);

  /** See {@link AtLeast}. */
  static ClickLabels atLeast(double value) {
    return new AtLeast(value);
  }

  /** See {@link SampledNegatives}. */
  static ClickLabels sampledNegatives(int each, long seed) {
    return new SampledNegatives(each, seed);
  }

  /**
   * A row counts as a click if its value is at least so much; nothing is made up. DIN's authors
   * read MovieLens so, from 4 stars on: Zhou et al. 2018.
   */
  record AtLeast(double value) implements ClickLabels {

    @Override
    public String name() {
      return "a click is a value of at least " + value;
    }

    @Override
    public Interactions of(Interactions log) {
      double[] clicked = new double[log.size()];
      for (int row = 0; row < clicked.length; row++) {
        if (Double.isNaN(log.value(row))) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "row %,d of %s has no value to hold against %s; choose"
                      + " ClickLabels.sampledNegatives, or drop such rows",
                  row + 1,
                  log.name(),
                  value));
        }
        clicked[row] = log.value(row) >= value ? 1 : 0;
      }
      return log.withValues(clicked);
    }
  }

  /**
   * Every row is a click, and beside it stand some items that its user never takes, as not clicked
   * at the same time. They are drawn from the events so far, so popular items are drawn more and
   * none before it was there: what is popular answers nothing. That they are never taken is
   * knowledge of the future, as always with sampled negatives; a predictor does not see it.
   *
   * @param each how many beside each row, at least 1; fewer where none is found
   * @param seed of the draws
   */
  record SampledNegatives(int each, long seed) implements ClickLabels {

    private static final int TRIES = 50;

    public SampledNegatives {
      if (each < 1) {
        throw new IllegalArgumentException("at least one negative is needed, found " + each);
      }
    }

    @Override
    public String name() {
      return "every event is a click; beside it stand " + each + " drawn that were not taken";
    }

    @Override
    public Interactions of(Interactions log) {
      int[] order =
          IntStream.range(0, log.size())
              .boxed()
              .sorted((a, b) -> Long.compare(log.time(a), log.time(b)))
              .mapToInt(Integer::intValue)
              .toArray();
      List<Set<Integer>> taken = taken(log);
      SplittableRandom random = new SplittableRandom(seed);
      List<int[]> drawn = new ArrayList<>(); // Its row, and the item.
      int known = 0;
      for (int row : order) {
        while (known < order.length && log.time(order[known]) <= log.time(row)) {
          known++;
        }
        for (int i = 0; i < each; i++) {
          int item = draw(log, order, known, taken.get(log.users().code(row)), random);
          if (item >= 0) {
            drawn.add(new int[] {row, item});
          }
        }
      }
      return joined(log, drawn);
    }

    private static List<Set<Integer>> taken(Interactions log) {
      List<Set<Integer>> taken = new ArrayList<>();
      log.users().distinct().forEach(user -> taken.add(new HashSet<>()));
      for (int row = 0; row < log.size(); row++) {
        taken.get(log.users().code(row)).add(log.items().code(row));
      }
      return taken;
    }

    /** The code of an item, or -1 if no try finds one that is not taken. */
    private static int draw(
        Interactions log, int[] order, int known, Set<Integer> taken, SplittableRandom random) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        int item = log.items().code(order[random.nextInt(known)]);
        if (!taken.contains(item)) {
          return item;
        }
      }
      return -1;
    }

    private static Interactions joined(Interactions log, List<int[]> drawn) {
      int rows = log.size();
      int[] users = new int[rows + drawn.size()];
      int[] items = new int[users.length];
      long[] times = new long[users.length];
      double[] clicked = new double[users.length];
      Arrays.fill(clicked, 0, rows, 1);
      for (int i = 0; i < users.length; i++) {
        int row = i < rows ? i : drawn.get(i - rows)[0];
        users[i] = log.users().code(row);
        items[i] = i < rows ? log.items().code(row) : drawn.get(i - rows)[1];
        times[i] = log.time(row);
      }
      return Interactions.of(
              log.name(),
              Ids.of(users, log.users().distinct()),
              Ids.of(items, log.items().distinct()),
              times)
          .withValues(clicked)
          .withTitles(log.titles())
          .withItemAttributes(log.itemAttributes())
          .withUserAttributes(log.userAttributes());
    }
  }
}
