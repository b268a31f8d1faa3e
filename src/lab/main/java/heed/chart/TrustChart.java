package heed.chart;

import com.google.gson.Gson;
import heed.explain.trust.Faithfulness;
import heed.explain.trust.Trial;
import heed.explain.trust.Trust;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Deletion and insertion curves of each explainer, side by side: what the recommended item's
 * support becomes as events are taken away, or given back, from the heaviest down.
 */
public final class TrustChart {

  private static final Gson GSON = new Gson();

  /** Points of a mean curve beyond the first. */
  private static final int STEPS = 10;

  private static final int HEIGHT = 400;

  /** In pixels, for a line of words above each picture. */
  private static final int ABOVE = 20;

  private TrustChart() {}

  /** Explainers in colours of their own, the two controls in grey. */
  public static Figure of(Trust trust) {
    List<Map<String, Object>> traces = new ArrayList<>();
    for (int i = 0; i < trust.trials().size(); i++) {
      Trial trial = trust.trials().get(i);
      traces.add(line(trial.explainer(), trial.deletion(STEPS), i, ""));
      traces.add(line(trial.explainer(), trial.insertion(STEPS), i, "2"));
    }
    String title = capital(trust.verdict().explainer() + " " + trust.verdict().kind());
    Map<String, Object> figure = Map.of("data", traces, "layout", layout(title, trust));
    return new Figure(GSON.toJson(figure), title + ". " + areas(trust));
  }

  private static Map<String, Object> line(
      String explainer, double[] curve, int number, String axis) {
    List<Double> shares =
        IntStream.rangeClosed(0, STEPS).mapToObj(step -> (double) step / STEPS).toList();
    List<Double> values = new ArrayList<>();
    for (double value : curve) {
      values.add(value);
    }
    Map<String, Object> trace = Lines.line(shares, values, look(explainer, number));
    trace.put("name", explainer);
    trace.put("legendgroup", explainer);
    trace.put("showlegend", axis.isEmpty());
    trace.put("xaxis", "x" + axis);
    trace.put("yaxis", "y" + axis);
    trace.put(
        "hovertemplate",
        explainer
            + ": <b>%{y:.2f}</b><br>with %{x:.0%} of the events "
            + (axis.isEmpty() ? "taken away" : "given back")
            + "<extra></extra>");
    return trace;
  }

  private static Map<String, Object> look(String explainer, int number) {
    return switch (explainer) {
      case "random" -> Map.of("color", Theme.TEXT, "width", 2, "dash", "dot");
      case "recency" -> Map.of("color", Theme.TEXT, "width", 2, "dash", "dash");
      default ->
          Map.of(
              "color",
              Theme.SERIES.get(number % Theme.SERIES.size()),
              "width",
              number == 0 ? 3.5 : 1.8);
    };
  }

  private static Map<String, Object> layout(String title, Trust trust) {
    Map<String, Object> layout = Theme.layout(title, HEIGHT, ABOVE);
    layout.put("xaxis", events("taken away, heaviest first", List.of(0, 0.46), ""));
    layout.put("xaxis2", events("given back, heaviest first", List.of(0.54, 1), "2"));
    Map<String, Object> left = Theme.axis(trust.erasure().replaceFirst(" of .*", ""));
    layout.put("yaxis", left);
    Map<String, Object> right = Theme.axis("");
    right.put("anchor", "x2");
    right.put("matches", "y");
    right.put("showticklabels", false);
    layout.put("yaxis2", right);
    layout.put(
        "annotations", List.of(above("lower is truer", 0.23), above("higher is truer", 0.77)));
    layout.put("legend", Map.of("orientation", "h", "y", -0.28, "x", 0));
    return layout;
  }

  private static Map<String, Object> events(String how, List<? extends Number> domain, String at) {
    Map<String, Object> axis = Lines.shares("events " + how);
    axis.put("domain", domain);
    axis.put("anchor", "y" + at);
    return axis;
  }

  private static Map<String, Object> above(String words, double x) {
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("text", words);
    annotation.put("showarrow", false);
    annotation.putAll(Map.of("xref", "paper", "x", x, "xanchor", "center"));
    annotation.putAll(Map.of("yref", "paper", "y", 1, "yanchor", "bottom", "yshift", 4));
    return annotation;
  }

  private static String areas(Trust trust) {
    return trust.trials().stream()
        .map(
            trial ->
                String.format(
                    Locale.ROOT,
                    "%s: area under the deletion curve %.2f, under the insertion curve %.2f",
                    trial.explainer(),
                    trial.mean(Faithfulness::deletionArea),
                    trial.mean(Faithfulness::insertionArea)))
        .collect(Collectors.joining("; "));
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
