package heed.reading.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Some rows of a log, and what they show of each column and of columns beside each other. */
final class Sample {

  /** Fewer rows show nothing: in three rows every column is unique. */
  static final int FEWEST = 20;

  private static final int MOST = 5_000;
  private static final double NEARLY_ALL = .98;

  private final List<String> header;
  private final List<ColumnFacts> columns;
  private final int rows;
  private final Map<Integer, Boolean> dependent = new HashMap<>();

  Sample(List<String> header, List<String[]> all) {
    List<String[]> some = spread(all);
    this.header = header;
    this.rows = some.size();
    this.columns =
        IntStream.range(0, header.size()).mapToObj(i -> ColumnFacts.of(some, i)).toList();
  }

  /** Rows that are equally far apart, so that a file sorted by user shows more than its first. */
  private static List<String[]> spread(List<String[]> all) {
    int step = (all.size() + MOST - 1) / MOST;
    return step <= 1
        ? all
        : IntStream.range(0, all.size() / step).mapToObj(i -> all.get(i * step)).toList();
  }

  List<String> header() {
    return header;
  }

  ColumnFacts column(int column) {
    return columns.get(column);
  }

  int width() {
    return columns.size();
  }

  boolean isTelling() {
    return rows >= FEWEST;
  }

  /**
   * Whether one column's text says the other's, as a city says its country, in rows enough that it
   * is no accident.
   */
  boolean determines(int one, int other) {
    return dependent.computeIfAbsent(
        one * columns.size() + other, pair -> isDetermined(one, other));
  }

  private boolean isDetermined(int one, int other) {
    ColumnFacts from = columns.get(one);
    ColumnFacts to = columns.get(other);
    Set<Long> pairs = new HashSet<>();
    int both = 0;
    for (int row = 0; row < rows; row++) {
      if (from.codes()[row] >= 0 && to.codes()[row] >= 0) {
        pairs.add((long) from.codes()[row] << 32 | to.codes()[row]);
        both++;
      }
    }
    int repeats = both - from.distinct();
    return repeats >= FEWEST && repeats >= both / 4 && both - pairs.size() >= NEARLY_ALL * repeats;
  }

  /** Whether two columns are two names for one thing. */
  boolean areOne(int one, int other) {
    return one == other || (determines(one, other) && determines(other, one));
  }

  /** Whether two columns of times put rows in the same order, as a date and a number do. */
  boolean areOneOrder(int one, int other) {
    ColumnFacts times = columns.get(one);
    ColumnFacts others = columns.get(other);
    Integer[] order =
        IntStream.range(0, rows)
            .filter(row -> times.codes()[row] >= 0 && others.codes()[row] >= 0)
            .boxed()
            .toArray(Integer[]::new);
    if (!times.sorts()
        || !others.sorts()
        || order.length < FEWEST
        || order.length < NEARLY_ALL * rows) {
      return false;
    }
    Arrays.sort(
        order,
        Comparator.<Integer, Integer>comparing(row -> row, times::compare)
            .thenComparing(row -> row, others::compare));
    int back = 0;
    for (int i = 1; i < order.length; i++) {
      back += others.compare(order[i - 1], order[i]) > 0 ? 1 : 0;
    }
    return back <= (1 - NEARLY_ALL) * order.length;
  }

  /**
   * How far rows of one user follow each other in time: the share of neighbouring rows of the same
   * text whose times do not turn back; NaN where rows of the same text are no neighbours, or the
   * times are written so that they do not sort.
   */
  double inOrder(int id, int time) {
    int[] codes = columns.get(id).codes();
    ColumnFacts times = columns.get(time);
    if (!times.sorts()) {
      return Double.NaN;
    }
    int neighbours = 0;
    int up = 0;
    int down = 0;
    for (int row = 1; row < rows; row++) {
      if (codes[row] == codes[row - 1] && times.codes()[row] >= 0 && times.codes()[row - 1] >= 0) {
        int way = times.compare(row - 1, row);
        neighbours++;
        up += way <= 0 ? 1 : 0;
        down += way >= 0 ? 1 : 0;
      }
    }
    return neighbours < rows / 3 ? Double.NaN : Math.max(up, down) / (double) neighbours;
  }
}
