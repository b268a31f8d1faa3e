package heed.chart;

import heed.explain.Attribution;
import heed.explain.RandomWeights;
import heed.explain.RecencyExplainer;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What several explainers say of one recommendation: a heat map with a row an explainer and a
 * column an event, blue for what spoke for the item and orange for what spoke against it.
 */
public final class ExplainersChart {

  /** They know nothing of the network, so they are drawn and do not vote. */
  private static final Set<String> CONTROLS =
      Set.of(new RecencyExplainer().name(), new RandomWeights(1).name());

  private ExplainersChart() {}

  /**
   * Rows from top to bottom as given. Explainers have units of their own, so a cell is a share of
   * all that its row gave, for and against.
   *
   * @param attributions of the same item and history, at least one
   */
  public static Figure of(List<Attribution> attributions) {
    requireSame(attributions);
    LongHistory events = heaviest(attributions);
    String title = finding(attributions);
    return Figure.of(
        events.traces(shown -> heatmap(attributions, events, shown)),
        WeightsChart.layout(title, events, "", 240 + 34 * attributions.size()),
        title + ". " + sentences(attributions));
  }

  private static void requireSame(List<Attribution> attributions) {
    if (attributions.isEmpty()) {
      throw new IllegalArgumentException("there is no explanation to draw");
    }
    Attribution first = attributions.get(0);
    for (Attribution other : attributions) {
      if (other.item() != first.item() || !other.history().equals(first.history())) {
        throw new IllegalArgumentException(
            "explanations in one picture are of one item and history, found "
                + first.reasons(1)
                + " and "
                + other.reasons(1));
      }
    }
  }

  /** The events, of which those that weigh most for any explainer are shown first. */
  private static LongHistory heaviest(List<Attribution> attributions) {
    double[] most = new double[attributions.get(0).history().length()];
    for (Attribution attribution : attributions) {
      double[] parts = parts(attribution);
      Arrays.setAll(most, event -> Math.max(most[event], Math.abs(parts[event])));
    }
    return LongHistory.of(attributions.get(0).history().titles(), most);
  }

  /** Each weight over the sum of their sizes. */
  private static double[] parts(Attribution attribution) {
    double[] parts = attribution.weights();
    double sum = Arrays.stream(parts).map(Math::abs).sum();
    Arrays.setAll(parts, event -> sum == 0 ? 0 : parts[event] / sum);
    return parts;
  }

  private static Trace heatmap(List<Attribution> attributions, LongHistory history, int[] events) {
    List<double[]> rows =
        attributions.stream()
            .map(one -> IntStream.of(events).mapToDouble(event -> parts(one)[event]).toArray())
            .toList();
    double top = rows.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1);
    List<String> names = Labels.texts(attributions.stream().map(Attribution::explainer).toList());
    return WeightsChart.heatmap(history, events, names, rows)
        .hover("%{y} gives <b>%{z:.1%}</b> to<br><b>%{customdata}</b>")
        .colorscale(Theme.AROUND_ZERO)
        .between(-top, top)
        .sharesBar("share");
  }

  /** How many of those that know the network agree on the heaviest event. */
  private static String finding(List<Attribution> attributions) {
    Attribution first = attributions.get(0);
    Map<Integer, Integer> votes = new HashMap<>();
    List<Attribution> witnesses = witnesses(attributions);
    witnesses.forEach(one -> votes.merge(one.order()[0], 1, Integer::sum));
    int named = votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    String item = Labels.inSentence(first.history().catalogue().title(first.item()));
    String event = Labels.inSentence(first.history().titles().get(named));
    return attributions.size() == 1
        ? String.format(Locale.ROOT, "Why %s? %s: %s", item, first.explainer(), event)
        : String.format(
            Locale.ROOT,
            "Why %s? %d of %d name %s",
            item,
            votes.get(named),
            witnesses.size(),
            event);
  }

  private static List<Attribution> witnesses(List<Attribution> attributions) {
    List<Attribution> knowing =
        attributions.stream().filter(one -> !CONTROLS.contains(one.explainer())).toList();
    return knowing.isEmpty() ? attributions : knowing;
  }

  private static String sentences(List<Attribution> attributions) {
    return String.join(
        "; ", attributions.stream().map(one -> one.explainer() + ": " + one.reasons(3)).toList());
  }
}
