package heed.chart;

import com.google.gson.Gson;
import heed.explain.Gates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a network has its answer from, event by event: above, what each source adds to an item's
 * score or takes from it, stacked; below, how far the gates between the sources are open.
 */
public final class GatesChart {

  private static final Gson GSON = new Gson();

  private static final int HEIGHT = 580;

  /** Lines of the legend, which wraps on half a page. */
  private static final int LEGEND = 2 * Menus.height();

  private static final List<String> DASHES = List.of("solid", "dot");

  private GatesChart() {}

  /** Events from left to right; of a long history the latest are named. */
  public static Figure of(Gates gates) {
    List<Map<String, Object>> traces = new ArrayList<>();
    for (int source = 0; source < gates.sources().size(); source++) {
      traces.add(bars(gates, source));
    }
    gates.gates().forEach((name, open) -> traces.add(line(gates, name, open, traces.size())));
    String finding = finding(gates);
    Map<String, Object> figure = Map.of("data", traces, "layout", layout(gates, finding));
    return new Figure(GSON.toJson(figure), finding + ". " + words(gates));
  }

  private static Map<String, Object> bars(Gates gates, int source) {
    String name = gates.sources().get(source);
    boolean constant = source == gates.sources().size() - 1;
    Map<String, Object> bars =
        Lines.line(
            events(gates),
            Arrays.stream(gates.contributions()).map(row -> row[source]).toList(),
            Map.of());
    bars.remove("line");
    bars.remove("mode");
    bars.put("type", "bar");
    bars.put("name", name);
    bars.put("marker", Map.of("color", constant ? Theme.BEHIND : Theme.SERIES.get(source)));
    bars.put("customdata", Labels.texts(gates.question().history().titles()));
    bars.put("hovertemplate", name + ": <b>%{y:+.2f}</b><br>after %{customdata}<extra></extra>");
    return bars;
  }

  private static Map<String, Object> line(Gates gates, String name, double[] open, int number) {
    String dash = DASHES.get((number - gates.sources().size()) % DASHES.size());
    Map<String, Object> line =
        Lines.marked(
            events(gates),
            Arrays.stream(open).boxed().toList(),
            Theme.TEXT,
            "circle",
            dash,
            List.of());
    line.remove("hovertext");
    line.put("name", name);
    line.put("customdata", Labels.texts(gates.question().history().titles()));
    line.put("hovertemplate", name + ": <b>%{y:.0%}</b><br>at %{customdata}<extra></extra>");
    line.put("yaxis", "y2");
    return line;
  }

  private static List<Integer> events(Gates gates) {
    return IntStream.range(0, gates.contributions().length).boxed().toList();
  }

  private static Map<String, Object> layout(Gates gates, String finding) {
    Map<String, Object> layout = Theme.layout(finding, HEIGHT, LEGEND);
    LongHistory clicks = LongHistory.latest(gates.question().history().titles());
    Map<String, Object> events = Theme.axis("");
    events.putAll(clicks.ticks(clicks.drawn().get(clicks.drawn().size() - 1)));
    events.put("tickangle", -90);
    events.put("showgrid", false);
    events.put("anchor", "y2");
    layout.put("xaxis", events);
    Map<String, Object> score = Theme.axis("score above the mean item");
    score.put("domain", List.of(0.36, 1));
    score.put("zeroline", true);
    score.put("zerolinecolor", Theme.BEHIND);
    layout.put("yaxis", score);
    Map<String, Object> open = Lines.shares("gates");
    open.put("domain", List.of(0, 0.24));
    open.put("range", List.of(0, 1.05));
    layout.put("yaxis2", open);
    layout.put("barmode", "relative");
    layout.put("bargap", 0.25);
    layout.put("legend", Map.of("orientation", "h", "y", 1.02, "yanchor", "bottom", "x", 0));
    layout.put("hovermode", "closest");
    return layout;
  }

  /** Which source has most to do with the last answer. */
  private static String finding(Gates gates) {
    double[] shares = gates.shares();
    int most =
        IntStream.range(0, shares.length)
            .boxed()
            .max(Comparator.comparingDouble(source -> shares[source]))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "Why %s? Most comes from %s (%.0f%%, %s it)",
        Labels.inSentence(gates.question().history().catalogue().title(gates.question().item())),
        gates.sources().get(most),
        100 * shares[most],
        last(gates)[most] < 0 ? "against" : "for");
  }

  private static double[] last(Gates gates) {
    return gates.contributions()[gates.contributions().length - 1];
  }

  private static String words(Gates gates) {
    double[] last = last(gates);
    String sources =
        IntStream.range(0, last.length)
            .mapToObj(
                source ->
                    String.format(
                        Locale.ROOT, "%s %+.2f", gates.sources().get(source), last[source]))
            .collect(Collectors.joining(", ", "After the last event: ", ""));
    String open =
        gates.gates().entrySet().stream()
            .map(gate -> open(gate.getKey(), gate.getValue()))
            .collect(Collectors.joining(", "));
    return sources + ". Gates: " + open;
  }

  private static String open(String name, double[] gate) {
    return String.format(Locale.ROOT, "%s %.0f%%", name, 100 * gate[gate.length - 1]);
  }
}
