package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.training.optimizer.Epoch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The validation curves of several runs side by side; a mark at the best epoch of each. */
public final class CurvesChart {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

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
    List<Object> traces = new ArrayList<>();
    drawn.forEach((name, curve) -> traces.add(line(name, curve, traces.size())));
    String finding = finding(drawn);
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", traces);
    figure.put("layout", layout(finding, drawn));
    return new Figure(GSON.toJson(figure), "Validation, epoch by epoch. " + finding);
  }

  private static Map<String, Object> line(String name, List<Epoch> curve, int run) {
    String colour = Theme.SERIES.get(run % Theme.SERIES.size());
    String dash = run < Theme.SERIES.size() ? "solid" : "dash"; // Colours come round again.
    Map<String, Object> trace =
        Lines.line(
            curve.stream().map(Epoch::number).toList(),
            curve.stream()
                .map(Epoch::validation)
                .map(value -> Double.isFinite(value) ? value : null)
                .toList(),
            Map.of("color", colour, "width", 2, "dash", dash));
    int best = best(curve).number();
    trace.put("name", name);
    trace.put("mode", "lines+markers");
    trace.put(
        "marker",
        Map.of(
            "color",
            colour,
            "size",
            curve.stream().map(epoch -> epoch.number() == best ? 11 : 4).toList()));
    trace.put("hovertemplate", name + ", epoch %{x}: <b>%{y:.4f}</b><extra></extra>");
    return trace;
  }

  private static Epoch best(List<Epoch> curve) {
    return curve.stream()
        .filter(epoch -> Double.isFinite(epoch.validation()))
        .max(Comparator.comparingDouble(Epoch::validation))
        .orElse(curve.get(0));
  }

  private static Map<String, Object> layout(String finding, Map<String, List<Epoch>> curves) {
    int longest = curves.values().stream().mapToInt(List::size).max().orElse(1);
    Map<String, Object> layout = Theme.layout(finding, 340 + 12 * curves.size());
    layout.put("xaxis", Theme.epochs(longest));
    layout.put("yaxis", Theme.axis("validation"));
    layout.put("legend", Map.of("orientation", "h", "y", -0.3, "yanchor", "top"));
    return layout;
  }

  private static String finding(Map<String, List<Epoch>> curves) {
    String winner =
        curves.keySet().stream()
            .max(Comparator.comparingDouble(name -> best(curves.get(name)).validation()))
            .orElseThrow();
    Epoch best = best(curves.get(winner));
    return String.format(
        Locale.ROOT,
        "%s gets highest: %.4f after epoch %d of %d",
        winner,
        best.validation(),
        best.number(),
        curves.get(winner).size());
  }
}
