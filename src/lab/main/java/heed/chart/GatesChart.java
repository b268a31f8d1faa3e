package heed.chart;

import heed.explain.Gates;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a network has its answer from, event by event: above, what each source adds to an item's
 * score or takes from it, stacked; below, how far the gates between the sources are open.
 */
public final class GatesChart {

  private static final int HEIGHT = 580;

  /** Lines of the legend, which wraps on half a page. */
  private static final int LEGEND = 2 * Menu.HEIGHT;

  private static final List<String> DASHES = List.of("solid", "dot");

  private GatesChart() {}

  /** Events from left to right; of a long history the latest are named. */
  public static Figure of(Gates gates) {
    List<Trace> traces = new ArrayList<>();
    for (int source = 0; source < gates.sources().size(); source++) {
      traces.add(bars(gates, source));
    }
    gates.gates().forEach((name, open) -> traces.add(line(gates, name, open, traces.size())));
    String finding = finding(gates);
    return Figure.of(traces, layout(gates, finding), finding + ". " + words(gates));
  }

  private static Trace bars(Gates gates, int source) {
    String name = gates.sources().get(source);
    boolean constant = source == gates.sources().size() - 1;
    return Trace.bars(
            Trace.positions(gates.contributions().length),
            Arrays.stream(gates.contributions()).map(row -> row[source]).toList())
        .name(name)
        .set("marker.color", constant ? Theme.BEHIND : Theme.SERIES.get(source))
        .customdata(Labels.texts(gates.question().history().titles()))
        .hover(Labels.inTemplate(name) + ": <b>%{y:+.2f}</b><br>after %{customdata}");
  }

  private static Trace line(Gates gates, String name, double[] open, int number) {
    String dash = DASHES.get((number - gates.sources().size()) % DASHES.size());
    return Trace.markedLine(Trace.positions(open.length), Arrays.stream(open).boxed().toList())
        .line(Theme.TEXT, 2, dash)
        .marker(Theme.TEXT, 6, "circle")
        .name(name)
        .customdata(Labels.texts(gates.question().history().titles()))
        .hover(Labels.inTemplate(name) + ": <b>%{y:.0%}</b><br>at %{customdata}")
        .onY(2);
  }

  private static Layout layout(Gates gates, String finding) {
    LongHistory clicks = LongHistory.latest(gates.question().history().titles());
    return Layout.titled(finding, HEIGHT, LEGEND)
        .xAxis(clicks.allColumns().anchor("y2"))
        .yAxis(
            Axis.titled("score above the mean item")
                .domain(0.36, 1)
                .set("zeroline", true)
                .set("zerolinecolor", Theme.BEHIND))
        .yAxis(2, Axis.shares("gates").domain(0, 0.24).range(0, 1.05))
        .set("barmode", "relative")
        .set("bargap", 0.25)
        .legendAbove()
        .hoverClosest();
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
