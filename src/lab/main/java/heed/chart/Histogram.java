package heed.chart;

import heed.figure.Axis;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.report.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Bars side by side, all of one width, with their edges or values told on the axis.
 *
 * <p>The axis counts bars: it is linear where bars are equally wide, and logarithmic where each is
 * a number of times as wide as the one before. It fits however far the values lie apart.
 */
final class Histogram {

  private static final double HALF = 0.5;

  /** Below this Plotly would label halves. */
  private static final int FEW = 5;

  private Histogram() {}

  /** The bars; each says on hover what {@code words} says of it. */
  static Trace trace(List<Bar> bars, Function<Bar, String> words) {
    return Trace.bars(Trace.positions(bars.size()), bars.stream().map(Bar::count).toList())
        .set("width", 1)
        .set("marker.color", Theme.FIRST)
        .set("marker.line.width", 0)
        .hovers(bars.stream().map(words).toList());
  }

  /**
   * The axis below them.
   *
   * @param ticks how many labels there are at most, at least 1
   */
  static Axis axis(String title, List<Bar> bars, int ticks, DoubleFunction<String> label) {
    List<Double> places = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      places.add(isValue(bars.get(i)) ? i : i - HALF);
      labels.add(label.apply(bars.get(i).from()));
    }
    if (!bars.isEmpty()) {
      Bar last = bars.get(bars.size() - 1);
      if (!isValue(last) && Double.isFinite(last.to())) {
        places.add(bars.size() - HALF);
        labels.add(label.apply(last.to()));
      }
    }
    int every = (places.size() + ticks - 1) / ticks;
    return Axis.titled(title)
        .ticks(everyNth(places, every), everyNth(labels, every))
        .angle(0)
        .noGrid()
        .set("ticks", "outside")
        .range(-HALF - 0.01 * bars.size(), 1.01 * bars.size() - HALF);
  }

  private static <T> List<T> everyNth(List<T> all, int every) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      some.add(all.get(i));
    }
    return some;
  }

  private static boolean isValue(Bar bar) {
    return bar.from() == bar.to();
  }

  /** The axis of their counts, without fractions of one. */
  static Axis counts(String title, List<Bar> bars) {
    int most = bars.stream().mapToInt(Bar::count).max().orElse(0);
    Axis axis = Axis.titled(title).fromZero();
    return most < FEW ? axis.set("dtick", 1).range(0, most + HALF) : axis;
  }

  /** A number in few characters: 12, 3.5, 12k, 1.5M; three digits unless it is whole. */
  static String number(double number) {
    double size = Math.abs(number);
    if (size != 0 && (size < 0.001 || size >= 1e12)) {
      return String.format(Locale.ROOT, "%.1e", number);
    }
    if (number == Math.rint(number) && size < 1e4) {
      return String.format(Locale.ROOT, "%.0f", number);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(3));
    int thousands = Math.max(0, Math.min(3, (rounded.precision() - rounded.scale() - 1) / 3));
    String unit = List.of("", "k", "M", "G").get(thousands);
    return rounded.movePointLeft(3 * thousands).stripTrailingZeros().toPlainString() + unit;
  }
}
