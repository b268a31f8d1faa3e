package heed.chart;

import heed.explain.InterestDrift;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Interests over time as a ribbon: a band an interest, as wide as it weighs after each event. */
public final class InterestDriftChart {

  private InterestDriftChart() {}

  /** Events from left to right; all bands together are always as wide. */
  public static Figure of(InterestDrift drift) {
    List<Trace> bands =
        IntStream.range(0, drift.likest().size()).mapToObj(i -> band(drift, i)).toList();
    String finding = finding(drift);
    return Figure.of(bands, layout(drift, finding), "Interests over time. " + finding);
  }

  private static Trace band(InterestDrift drift, int interest) {
    String name = "interest " + (interest + 1);
    List<Double> weights =
        Arrays.stream(drift.weights()).map(row -> (double) row[interest]).toList();
    return Trace.line(Trace.positions(weights.size()), weights)
        .line(Theme.series(interest), 1)
        .set("stackgroup", "interests")
        .name(name)
        .customdata(Labels.texts(drift.history().titles()))
        .hover("<b>%{y:.1%}</b> after %{customdata}", name);
  }

  private static Layout layout(InterestDrift drift, String finding) {
    return Layout.titled(finding, 430, Menu.HEIGHT) // For the legend.
        .xAxis(LongHistory.latest(drift.history().titles()).allColumns())
        .yAxis(Axis.shares("weight").range(0, 1))
        .legendAbove()
        .hoverClosest();
  }

  /** Which interest weighs most at first and at last, and what that recommends. */
  private static String finding(InterestDrift drift) {
    float[][] weights = drift.weights();
    int first = heaviest(weights[0]);
    int last = heaviest(weights[weights.length - 1]);
    return String.format(
        Locale.ROOT,
        "Interest %d weighs most at first (%.0f%%), interest %d at last (%.0f%%): it would"
            + " recommend %s",
        first + 1,
        100 * weights[0][first],
        last + 1,
        100 * weights[weights.length - 1][last],
        Labels.inSentence(drift.likest().get(last)));
  }

  private static int heaviest(float[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }
}
