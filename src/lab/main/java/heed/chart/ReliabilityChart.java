package heed.chart;

import heed.evaluation.clicks.ClickMetrics.Bin;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.clicks.ClickScore;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Whether predicted chances come true: a reliability diagram (Murphy and Winkler 1977). A line on
 * the diagonal is a predictor that can be taken at its word.
 */
public final class ReliabilityChart {

  /** Okabe and Ito's colours, told apart under every common colour blindness. */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442");

  private ReliabilityChart() {}

  /** A line a predictor, a point a tenth of the rows. */
  public static Figure of(ClickReport report) {
    List<Trace> traces = new ArrayList<>();
    traces.add(diagonal());
    for (int i = 0; i < report.scores().size(); i++) {
      traces.add(line(report.scores().get(i), COLOURS.get(i % COLOURS.size())));
    }
    return Figure.of(traces, layout(report), "Reliability. " + finding(report));
  }

  private static Trace diagonal() {
    return Trace.line(List.of(0, 1), List.of(0, 1))
        .set("line.color", Theme.BEHIND)
        .set("line.dash", "dot")
        .silent()
        .set("showlegend", false);
  }

  private static Trace line(ClickScore score, String colour) {
    return Trace.markedLine(
            score.calibration().stream().map(Bin::predicted).toList(),
            score.calibration().stream().map(Bin::clicked).toList())
        .name(score.name())
        .set("line.color", colour)
        .hover("said %{x:.1%}, clicked %{y:.1%}", score.name());
  }

  private static Layout layout(ClickReport report) {
    return Layout.titled(finding(report), 380)
        .xAxis(Axis.titled("predicted chance").format(".0%").range(0, 1))
        .yAxis(Axis.titled("share clicked").format(".0%").range(0, 1));
  }

  private static String finding(ClickReport report) {
    ClickScore nearest =
        report.scores().stream()
            .min(Comparator.comparingDouble(ClickScore::calibrationError))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "Nearest to its word: %s, %.1f points off on average",
        nearest.name(),
        100 * nearest.calibrationError());
  }
}
