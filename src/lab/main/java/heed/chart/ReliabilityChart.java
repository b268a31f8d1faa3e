package heed.chart;

import com.google.gson.Gson;
import heed.evaluation.clicks.ClickMetrics.Bin;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.clicks.ClickScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether predicted chances come true: a reliability diagram (Murphy and Winkler 1977). A line on
 * the diagonal is a predictor that can be taken at its word.
 */
public final class ReliabilityChart {

  private static final Gson GSON = new Gson();

  /** Okabe and Ito's colours, told apart under every common colour blindness. */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442");

  private ReliabilityChart() {}

  /** A line a predictor, a point a tenth of the rows. */
  public static Figure of(ClickReport report) {
    List<Map<String, Object>> traces = new ArrayList<>();
    traces.add(diagonal());
    for (int i = 0; i < report.scores().size(); i++) {
      traces.add(line(report.scores().get(i), COLOURS.get(i % COLOURS.size())));
    }
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", traces);
    figure.put("layout", layout(report));
    return new Figure(GSON.toJson(figure), "Reliability. " + finding(report));
  }

  private static Map<String, Object> diagonal() {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "lines");
    trace.put("x", List.of(0, 1));
    trace.put("y", List.of(0, 1));
    trace.put("line", Map.of("color", Theme.BEHIND, "dash", "dot"));
    trace.put("hoverinfo", "skip");
    trace.put("showlegend", false);
    return trace;
  }

  private static Map<String, Object> line(ClickScore score, String colour) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "lines+markers");
    trace.put("name", score.name());
    trace.put("x", score.calibration().stream().map(Bin::predicted).toList());
    trace.put("y", score.calibration().stream().map(Bin::clicked).toList());
    trace.put("line", Map.of("color", colour));
    trace.put(
        "hovertemplate", "said %{x:.1%}, clicked %{y:.1%}<extra>" + score.name() + "</extra>");
    return trace;
  }

  private static Map<String, Object> layout(ClickReport report) {
    Map<String, Object> layout = Theme.layout(finding(report), 380);
    Map<String, Object> said = Theme.axis("predicted chance");
    said.put("tickformat", ".0%");
    said.put("range", List.of(0, 1));
    layout.put("xaxis", said);
    Map<String, Object> happened = Theme.axis("share clicked");
    happened.put("tickformat", ".0%");
    happened.put("range", List.of(0, 1));
    layout.put("yaxis", happened);
    return layout;
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
