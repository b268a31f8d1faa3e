package heed.chart;

import com.google.gson.Gson;
import heed.explain.Attribution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What several explainers say of one recommendation: a heat map with a row an explainer and a
 * column an event, blue for what spoke for the item and orange for what spoke against it.
 */
public final class ExplainersChart {

  private static final Gson GSON = new Gson();

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
    List<Map<String, Object>> maps =
        events.drawn().stream().map(shown -> heatmap(attributions, events, shown)).toList();
    maps.subList(1, maps.size()).forEach(all -> all.put("visible", false));
    Map<String, Object> figure =
        Map.of("data", maps, "layout", layout(title, attributions, events));
    return new Figure(GSON.toJson(figure), title + ". " + sentences(attributions));
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

  private static Map<String, Object> heatmap(
      List<Attribution> attributions, LongHistory history, int[] events) {
    List<double[]> rows =
        attributions.stream()
            .map(one -> IntStream.of(events).mapToDouble(event -> parts(one)[event]).toArray())
            .toList();
    double top = rows.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1);
    List<String> titles = history.titlesOf(events);
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", IntStream.range(0, events.length).boxed().toList());
    trace.put("y", attributions.stream().map(Attribution::explainer).toList());
    trace.put("z", rows);
    if (history.hasNumbers(events)) {
      trace.put("texttemplate", "%{z:.0%}");
    }
    trace.put("customdata", attributions.stream().map(one -> titles).toList());
    trace.put(
        "hovertemplate", "%{y} gives <b>%{z:.1%}</b> to<br><b>%{customdata}</b><extra></extra>");
    trace.put("colorscale", AttentionScale.AROUND_ZERO);
    trace.put("zmin", -top);
    trace.put("zmax", top);
    trace.put("showscale", rows.size() > 2); // Fewer rows leave no room for its numbers.
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put("colorbar", Theme.sharesBar("share"));
    return trace;
  }

  private static Map<String, Object> layout(
      String title, List<Attribution> attributions, LongHistory events) {
    int room = events.isLong() ? 2 * Menus.height() : 0;
    Map<String, Object> layout = Theme.layout(title, 240 + 34 * attributions.size(), room);
    Map<String, Object> items = Theme.axis("");
    items.putAll(events.columns());
    layout.put("xaxis", items);
    Theme.widen(layout, 95); // Slanted labels begin further left than their columns.
    Map<String, Object> explainers = Theme.axis("");
    explainers.put("autorange", "reversed"); // The first on top.
    explainers.put("showgrid", false);
    layout.put("yaxis", explainers);
    if (events.isLong()) {
      int height = (int) layout.get("height");
      layout.put("updatemenus", List.of(events.menu(List.of("xaxis"), height, height)));
    }
    return layout;
  }

  /** How many agree on the heaviest event. */
  private static String finding(List<Attribution> attributions) {
    Attribution first = attributions.get(0);
    Map<Integer, Integer> votes = new HashMap<>();
    attributions.forEach(one -> votes.merge(one.order()[0], 1, Integer::sum));
    int named = votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    String item = Labels.inSentence(first.history().catalogue().title(first.item()));
    String event = Labels.inSentence(first.history().titles().get(named));
    return attributions.size() == 1
        ? String.format("Why %s? %s: %s", item, first.explainer(), event)
        : String.format(
            "Why %s? %d of %d name %s", item, votes.get(named), attributions.size(), event);
  }

  private static String sentences(List<Attribution> attributions) {
    return String.join(
        "; ", attributions.stream().map(one -> one.explainer() + ": " + one.reasons(3)).toList());
  }
}
