package heed.chart;

import heed.explain.KindAttention;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Attention by pairs of kinds: how far it lies above or below what equal weights would give. */
public final class KindAttentionChart {

  private static final int MOST_KINDS = 14;

  private KindAttentionChart() {}

  /** Blue where more is taken than by equal weights, orange where less; the commonest kinds. */
  public static Figure of(KindAttention attention) {
    int[] kinds =
        IntStream.range(0, attention.kinds().size())
            .boxed()
            .filter(kind -> attention.histories()[kind] > 0)
            .sorted(Comparator.comparingDouble(kind -> -attention.histories()[kind]))
            .limit(MOST_KINDS)
            .mapToInt(Integer::intValue)
            .toArray();
    String title = Labels.capital(attention.toString());
    return Figure.of(
        List.of(heatmap(attention, kinds)),
        layout(title, kinds.length),
        "Attention by pairs of kinds. " + title);
  }

  private static Trace heatmap(KindAttention attention, int[] kinds) {
    double[][] shares = attention.shares();
    double[][] even = attention.even();
    double top = 0;
    double[][] more = new double[kinds.length][kinds.length];
    List<List<String>> hover = new ArrayList<>();
    for (int row = 0; row < kinds.length; row++) {
      List<String> said = new ArrayList<>();
      for (int column = 0; column < kinds.length; column++) {
        double share = shares[kinds[row]][kinds[column]];
        double equal = even[kinds[row]][kinds[column]];
        more[row][column] = share - equal;
        top = Math.max(top, Math.abs(share - equal));
        said.add(
            String.format(Locale.ROOT, "%.1f%%, equal weights %.1f%%", 100 * share, 100 * equal));
      }
      hover.add(said);
    }
    List<String> names =
        Labels.onAxis(IntStream.of(kinds).mapToObj(attention.kinds()::get).toList());
    return Trace.heatmap(more)
        .x(names)
        .y(names)
        .customdata(hover)
        .hover("after %{y} to %{x}: <b>%{customdata}</b>")
        .colorscale(Theme.AROUND_ZERO)
        .between(top == 0 ? -1 : -top, top == 0 ? 1 : top)
        .sharesBar("more");
  }

  private static Layout layout(String title, int kinds) {
    return Layout.titled(title, 260 + 24 * kinds)
        .xAxis(Axis.titled("looked at, beyond equal weights").noGrid().angle(-90))
        .yAxis(Axis.titled("after").reversed().noGrid()); // The commonest on top.
  }
}
