package heed.chart;

import heed.explain.trust.Faithfulness;
import heed.explain.trust.Trial;
import heed.explain.trust.Trust;
import heed.figure.Annotation;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Points of a mean curve beyond the first. */
  private static final int STEPS = 10;

  private static final int HEIGHT = 400;

  /** In pixels, for a line of words above each picture. */
  private static final int ABOVE = 20;

  private TrustChart() {}

  /** Explainers in colours of their own, the two controls in grey. */
  public static Figure of(Trust trust) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < trust.trials().size(); i++) {
      Trial trial = trust.trials().get(i);
      traces.add(line(trial.explainer(), trial.deletion(STEPS), i, 1));
      traces.add(line(trial.explainer(), trial.insertion(STEPS), i, 2));
    }
    String title = Labels.capital(trust.verdict().explainer() + " " + trust.verdict().kind());
    return Figure.of(traces, layout(title, trust), title + ". " + areas(trust));
  }

  private static Trace line(String explainer, double[] curve, int number, int picture) {
    List<Double> shares =
        IntStream.rangeClosed(0, STEPS).mapToObj(step -> (double) step / STEPS).toList();
    Trace line =
        Trace.line(shares, Arrays.stream(curve).boxed().toList())
            .name(explainer)
            .set("legendgroup", explainer)
            .set("showlegend", picture == 1)
            .on(picture, picture)
            .hover(
                Labels.inTemplate(explainer)
                    + ": <b>%{y:.2f}</b><br>with %{x:.0%} of the events "
                    + (picture == 1 ? "taken away" : "given back"));
    return switch (explainer) {
      case "random" -> line.line(Theme.TEXT, 2, "dot");
      case "recency" -> line.line(Theme.TEXT, 2, "dash");
      default -> line.line(Theme.series(number), number == 0 ? 3.5 : 1.8);
    };
  }

  private static Layout layout(String title, Trust trust) {
    return Layout.titled(title, HEIGHT, ABOVE)
        .xAxis(Axis.shares("events taken away, heaviest first").domain(0, 0.46).anchor("y"))
        .xAxis(2, Axis.shares("events given back, heaviest first").domain(0.54, 1).anchor("y2"))
        .yAxis(Axis.titled(trust.erasure().replaceFirst(" of .*", "")))
        .yAxis(2, Axis.titled("").anchor("x2").set("matches", "y").noLabels())
        .annotations(
            List.of(
                Annotation.above(0.23, 1, 4, "lower is truer", "center"),
                Annotation.above(0.77, 1, 4, "higher is truer", "center")))
        .set("legend", Map.of("orientation", "h", "y", -0.28, "x", 0));
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
}
