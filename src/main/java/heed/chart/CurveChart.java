package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.training.Epoch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loss and validation metric by epoch. */
public final class CurveChart {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private CurveChart() {}

  /**
   * The curve of a run, also of one under way.
   *
   * @param curve the finished epochs; may be empty
   * @param metric what the validation metric is called, "NDCG@10" for example
   */
  public static Figure of(List<Epoch> curve, String metric) {
    List<Integer> epochs = curve.stream().map(Epoch::number).toList();
    Map<String, Object> layout = Theme.layout(finding(curve, metric), 340);
    layout.put("xaxis", Theme.axis("epoch"));
    layout.put("yaxis", coloured(Theme.axis("training loss (nats a target)"), Theme.FIRST));
    Map<String, Object> right = coloured(Theme.axis("validation " + metric), Theme.SECOND);
    right.put("overlaying", "y");
    right.put("side", "right");
    right.put("showgrid", false);
    right.put("rangemode", "tozero");
    layout.put("yaxis2", right);
    layout.put("showlegend", false); // Each axis has the colour of its line.
    layout.put("margin", Theme.MARGIN);
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put(
        "data",
        List.of(
            line("loss", epochs, curve.stream().map(Epoch::loss).toList(), Theme.FIRST, "y"),
            line(
                metric,
                epochs,
                curve.stream().map(Epoch::validation).toList(),
                Theme.SECOND,
                "y2")));
    figure.put("layout", layout);
    return new Figure(GSON.toJson(figure), "Training curve. " + finding(curve, metric));
  }

  private static Map<String, Object> line(
      String name, List<Integer> x, List<Double> y, String colour, String axis) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "lines+markers");
    trace.put("name", name);
    trace.put("x", x);
    trace.put("y", y.stream().map(value -> Double.isFinite(value) ? value : null).toList());
    trace.put("line", Map.of("color", colour));
    trace.put("yaxis", axis);
    trace.put("hovertemplate", "epoch %{x}: %{y:.4f}<extra>" + name + "</extra>");
    return trace;
  }

  private static Map<String, Object> coloured(Map<String, Object> axis, String colour) {
    axis.put("tickfont", Map.of("color", colour));
    return axis;
  }

  private static String finding(List<Epoch> curve, String metric) {
    if (curve.isEmpty()) {
      return "No epoch is finished yet";
    }
    Epoch best = curve.get(0);
    for (Epoch epoch : curve) {
      best = epoch.validation() > best.validation() ? epoch : best;
    }
    return String.format(
        "Best validation %s so far: %.4f, after epoch %d of %d",
        metric, best.validation(), best.number(), curve.size());
  }
}
