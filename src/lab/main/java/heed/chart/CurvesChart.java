package heed.chart;

import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Trace;
import heed.training.optimizer.Epoch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The validation curves of several runs side by side; a mark at the best epoch of each. */
public final class CurvesChart {

  private CurvesChart() {}

  /**
   * A line a run.
   *
   * @param curves one entry an epoch, by what the run is called; runs without epochs are left out
   * @throws IllegalArgumentException if no run has one
   */
  public static Figure of(Map<String, List<Epoch>> curves) {
    Map<String, List<Epoch>> drawn = new LinkedHashMap<>(curves);
    drawn.values().removeIf(List::isEmpty);
    if (drawn.isEmpty()) {
      throw new IllegalArgumentException("none of the runs has an epoch, so there is no curve");
    }
    LineStyles styles = new LineStyles(List.copyOf(drawn.keySet()));
    List<Trace> traces = new ArrayList<>();
    drawn.forEach((name, curve) -> traces.add(line(name, curve, styles, traces.size())));
    String finding = finding(drawn);
    return Figure.of(traces, layout(finding, drawn), "Validation, epoch by epoch. " + finding);
  }

  private static Trace line(String name, List<Epoch> curve, LineStyles styles, int run) {
    int best = best(curve).number();
    Trace line =
        Trace.markedLine(
            curve.stream().map(Epoch::number).toList(),
            curve.stream().map(Epoch::validation).toList());
    return styles
        .draw(run, line)
        .set("marker.color", styles.color(run))
        .set("marker.size", curve.stream().map(epoch -> epoch.number() == best ? 11 : 4).toList())
        .hover(Labels.inTemplate(name) + ", epoch %{x}: <b>%{y:.4f}</b>");
  }

  private static Epoch best(List<Epoch> curve) {
    return curve.stream()
        .filter(epoch -> Double.isFinite(epoch.validation()))
        .max(Comparator.comparingDouble(Epoch::validation))
        .orElse(curve.get(0));
  }

  private static Layout layout(String finding, Map<String, List<Epoch>> curves) {
    int longest = curves.values().stream().mapToInt(List::size).max().orElse(1);
    return Layout.titled(finding, 340 + 12 * curves.size())
        .xAxis(Axis.epochs(longest))
        .yAxis(Axis.titled("validation"))
        .legend(-0.3, "top");
  }

  /** The range of what was reached, which names no winner among seeds. */
  private static String finding(Map<String, List<Epoch>> curves) {
    List<String> names = new ArrayList<>(curves.keySet());
    names.sort(Comparator.comparingDouble(name -> best(curves.get(name)).validation()));
    String lowest = names.get(0);
    String highest = names.get(names.size() - 1);
    Epoch best = best(curves.get(highest));
    return names.size() == 1
        ? String.format(
            Locale.ROOT,
            "%s: %.4f after epoch %d of %d",
            highest,
            best.validation(),
            best.number(),
            curves.get(highest).size())
        : String.format(
            Locale.ROOT,
            "Best epochs from %.4f (%s) to %.4f (%s)",
            best(curves.get(lowest)).validation(),
            lowest,
            best.validation(),
            highest);
  }
}
