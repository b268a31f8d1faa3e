package heed.chart;

import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.training.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Loss and validation metric of a training run, finished or under way. */
public final class CurveChart {

  private CurveChart() {}

  /**
   * Loss on the left axis, the validation metric on the right one.
   *
   * @param reports the end of each finished epoch and, last, where an unfinished one stands; may be
   *     empty
   * @param metric what the validation metric is called, "NDCG@10" for example
   */
  public static Figure of(List<Progress> reports, String metric) {
    List<Progress> ends = reports.stream().filter(Progress::endOfEpoch).toList();
    return Figure.of(
        List.of(
            line("loss", reports, Progress::loss, Theme.FIRST, 1),
            line(metric, ends, Progress::validation, Theme.SECOND, 2)),
        layout(ends, metric),
        "Training curve. " + finding(ends, metric));
  }

  private static Layout layout(List<Progress> ends, String metric) {
    Axis right =
        coloured("validation " + metric, Theme.SECOND_WORDS)
            .set("overlaying", "y")
            .set("side", "right")
            .noGrid()
            .fromZero()
            .set("tickmode", "auto"); // By default it would follow the other axis, to odd numbers.
    return Layout.titled(finding(ends, metric), 320)
        .xAxis(Axis.epochs(ends.size()).fromZero())
        .yAxis(coloured("training loss (nats a target)", Theme.FIRST))
        .yAxis(2, right)
        .noLegend(); // Each axis has the colour of its line.
  }

  private static Trace line(
      String name, List<Progress> at, ToDoubleFunction<Progress> value, String colour, int axis) {
    return Trace.markedLine(
            at.stream().map(report -> report.epoch() - 1 + report.fraction()).toList(),
            at.stream().mapToDouble(value).boxed().toList())
        .name(name)
        .set("line.color", colour)
        .onY(axis)
        .hover("epoch %{x}: %{y:.4f}", name);
  }

  private static Axis coloured(String title, String colour) {
    return Axis.titled(title)
        .set("title", Map.of("text", Labels.text(title), "font", Map.of("color", colour)))
        .set("tickfont.color", colour);
  }

  private static String finding(List<Progress> ends, String metric) {
    Progress best = null;
    for (Progress end : ends) {
      best = best == null || end.validation() > best.validation() ? end : best;
    }
    return best == null
        ? "No epoch is finished yet"
        : String.format(
            Locale.ROOT,
            "Best validation %s: %.4f, after epoch %d of %d",
            metric,
            best.validation(),
            best.epoch(),
            ends.size());
  }
}
