package heed.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How the values of events are spread: ratings, counts or prices. */
final class ValueSpread {

  /** Up to so many different values each has its own bar. */
  private static final int FEW = 40;

  private static final int BARS = 30;

  /** From this ratio of largest to smallest on, bars are of equal ratio, not of equal width. */
  private static final double WIDE = 100;

  /** The share of values at each end that may lie far out. */
  private static final double FAR = 0.01;

  private ValueSpread() {}

  /** The finite values in ascending order. */
  static double[] ascending(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    Arrays.parallelSort(finite);
    return finite;
  }

  /** Bars from the least value to the largest; none if there are no values. */
  static List<Bar> of(double[] ascending) {
    if (ascending.length == 0) {
      return List.of();
    }
    List<Bar> single = singles(ascending);
    return single.size() <= FEW ? single : ranges(ascending);
  }

  /** A bar for each value, given up once there are too many. */
  private static List<Bar> singles(double[] ascending) {
    List<Bar> bars = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ascending.length && bars.size() <= FEW; i++) {
      if (i == ascending.length || ascending[i] != ascending[from]) {
        bars.add(new Bar(ascending[from], ascending[from], i - from));
        from = i;
      }
    }
    return bars;
  }

  private static List<Bar> ranges(double[] ascending) {
    double[] edges = edges(ascending);
    int last = edges.length - 1;
    List<Bar> bars = new ArrayList<>();
    int next = 0;
    for (int i = 1; i <= last; i++) {
      int first = next;
      while (next < ascending.length && (i == last || ascending[next] < edges[i])) {
        next++;
      }
      bars.add(new Bar(edges[i - 1], edges[i], next - first));
    }
    return bars;
  }

  /**
   * Where bars begin, and where the last ends. A few values far out, such as a mistyped price, have
   * one wide bar at each end, since equal bars up to them would hold all others in one. Bars of
   * whole numbers begin at whole numbers.
   */
  private static double[] edges(double[] ascending) {
    double least = ascending[0];
    double most = ascending[ascending.length - 1];
    boolean wide = least > 0 && most >= WIDE * least;
    double low = quantile(ascending, FAR);
    double high = quantile(ascending, 1 - FAR);
    boolean out = !wide && high > low && most - least > 2 * (high - low);
    boolean whole = Arrays.stream(ascending).allMatch(value -> value == Math.rint(value));
    double from = out ? low : least;
    double to = out ? high : most;
    DoubleStream between =
        IntStream.range(1, BARS)
            .mapToDouble(i -> (double) i / BARS)
            .map(part -> wide ? from * Math.pow(to / from, part) : from * (1 - part) + to * part)
            .map(edge -> whole ? Math.ceil(edge) : edge);
    return DoubleStream.concat(DoubleStream.of(least, from, to, most), between)
        .sorted()
        .distinct()
        .toArray();
  }

  private static double quantile(double[] ascending, double share) {
    return ascending[(int) Math.round(share * (ascending.length - 1))];
  }

  /** What the values are; empty if the log has none. */
  static Optional<Finding> finding(double[] ascending, List<Bar> bars) {
    if (ascending.length == 0) {
      return Optional.empty();
    }
    double least = ascending[0];
    double most = ascending[ascending.length - 1];
    double mean = Arrays.stream(ascending).average().orElse(0);
    if (least == most) {
      return Optional.of(
          Finding.fine("values", "all " + Wording.number(least), "the value tells nothing apart"));
    }
    String found =
        String.format(
            Locale.ROOT,
            "%s to %s, mean %s, median %s%s",
            Wording.number(least),
            Wording.number(most),
            Wording.number(mean),
            Wording.number(ascending[(ascending.length - 1) / 2]),
            bars.get(0).from() == bars.get(0).to()
                ? String.format(Locale.ROOT, "; %,d different", bars.size())
                : "");
    return Optional.of(
        Finding.note(
            "values",
            found,
            "is a low value a wish for more? Decide what counts as a yes",
            String.format(
                Locale.ROOT,
                "log.prepared(Steps.atLeast(%s)) keeps the upper part",
                plain(above(ascending, mean)))));
  }

  private static double above(double[] ascending, double mean) {
    int at = Arrays.binarySearch(ascending, mean);
    return ascending[Math.min(ascending.length - 1, at >= 0 ? at : -at - 1)];
  }

  /** As Java code would write it. */
  private static String plain(double number) {
    return Double.toString(number);
  }
}
