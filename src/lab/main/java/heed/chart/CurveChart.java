package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.training.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Loss and validation metric of a training run, finished or under way. */
public final class CurveChart {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

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
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put(
        "data",
        List.of(
            line("loss", reports, reports.stream().map(Progress::loss).toList(), Theme.FIRST, "y"),
            line(
                metric,
                ends,
                ends.stream().map(Progress::validation).toList(),
                Theme.SECOND,
                "y2")));
    figure.put("layout", layout(ends, metric));
    return new Figure(GSON.toJson(figure), "Training curve. " + finding(ends, metric));
  }

  private static Map<String, Object> layout(List<Progress> ends, String metric) {
    Map<String, Object> layout = Theme.layout(finding(ends, metric), 320);
    Map<String, Object> epochs = Theme.epochs(ends.size());
    epochs.put("rangemode", "tozero");
    layout.put("xaxis", epochs);
    layout.put("yaxis", coloured(Theme.axis("training loss (nats a target)"), Theme.FIRST));
    Map<String, Object> right = coloured(Theme.axis("validation " + metric), Theme.SECOND_WORDS);
    right.put("overlaying", "y");
    right.put("side", "right");
    right.put("showgrid", false);
    right.put("rangemode", "tozero");
    right.put("tickmode", "auto"); // By default it would follow the other axis, to odd numbers.
    layout.put("yaxis2", right);
    layout.put("showlegend", false); // Each axis has the colour of its line.
    return layout;
  }

  private static Map<String, Object> line(
      String name, List<Progress> at, List<Double> values, String colour, String axis) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "lines+markers");
    trace.put("name", name);
    trace.put("x", at.stream().map(report -> report.epoch() - 1 + report.fraction()).toList());
    trace.put("y", values.stream().map(value -> Double.isFinite(value) ? value : null).toList());
    trace.put("line", Map.of("color", colour));
    trace.put("yaxis", axis);
    trace.put("hovertemplate", "epoch %{x}: %{y:.4f}<extra>" + name + "</extra>");
    return trace;
  }

  private static Map<String, Object> coloured(Map<String, Object> axis, String colour) {
    Map<String, Object> title = new LinkedHashMap<>();
    title.putAll(Map.of("text", ((Map<?, ?>) axis.get("title")).get("text")));
    title.put("font", Map.of("color", colour));
    axis.put("title", title);
    axis.put("tickfont", Map.of("color", colour));
    return axis;
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
