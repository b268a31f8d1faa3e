package heed;

import heed.chart.AttentionChart;
import heed.chart.AttentionLinesChart;
import heed.chart.ClickAttentionChart;
import heed.chart.ConfusionChart;
import heed.chart.CurveChart;
import heed.chart.CurvesChart;
import heed.chart.ExplainersChart;
import heed.chart.GatesChart;
import heed.chart.HeadsChart;
import heed.chart.InterestDriftChart;
import heed.chart.IntervalChart;
import heed.chart.ItemMapChart;
import heed.chart.KindAttentionChart;
import heed.chart.MemoryChart;
import heed.chart.SplitChart;
import heed.chart.TrustChart;
import heed.chart.WeightsChart;
import heed.evaluation.Categories;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.explain.AttentionMap;
import heed.explain.Attribution;
import heed.explain.ClickAttention;
import heed.explain.Confusion;
import heed.explain.Example;
import heed.explain.Gates;
import heed.explain.HeadProfile;
import heed.explain.HeadProfiles;
import heed.explain.InterestDrift;
import heed.explain.ItemMap;
import heed.explain.KindAttention;
import heed.explain.MemoryMap;
import heed.explain.trust.Faithfulness;
import heed.explain.trust.Trial;
import heed.explain.trust.Trust;
import heed.figure.Figure;
import heed.model.AttentionLayer;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.Progress;
import heed.training.optimizer.Epoch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results in which whatever somebody could have named has one name, and figures of them. */
final class HostileTexts {

  private static final AttentionLayer.Weights SHARES = AttentionLayer.Weights.NORMALIZED;

  private final String text;
  private final Catalogue catalogue;
  private final History history;
  private final AttentionLayer layer;

  HostileTexts(String text) {
    this.text = text;
    this.catalogue =
        Catalogue.of(
            List.of("1", "2", "3", "4"),
            IntStream.rangeClosed(1, 4)
                .boxed()
                .collect(Collectors.toMap(Object::toString, i -> text)));
    this.history =
        History.of(catalogue, new int[] {1, 2, 3, 4}, new long[] {1_000, 9_000, 90_000, 900_000});
    this.layer = new AttentionLayer(text, SHARES);
  }

  /** What a cell could show that is a table. */
  List<Object> results() {
    return List.of(
        estimates(),
        confusion(),
        gates(),
        memory(),
        said(),
        history,
        catalogue,
        Map.of(text, 1),
        List.of(text, text),
        new Object[] {text});
  }

  /** By the chart that draws them. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    float[][] square = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    figures.put(
        "AttentionChart",
        AttentionChart.of(new AttentionMap(history.titles(), List.of(layer), four(square))));
    figures.put(
        "AttentionLinesChart",
        AttentionLinesChart.of(new AttentionMap(history.titles(), List.of(layer), four(square))));
    figures.put("ClickAttentionChart", ClickAttentionChart.of(clickAttention()).get(0));
    figures.put("ConfusionChart", ConfusionChart.of(confusion()));
    figures.put(
        "CurveChart", CurveChart.of(List.of(new Progress(1, 2, 1, 5, .02, .02, 900, 1)), text));
    figures.put("CurvesChart", CurvesChart.of(Map.of(text, List.of(new Epoch(1, 5, .02, 1)))));
    figures.put("ExplainersChart", ExplainersChart.of(List.of(said())));
    figures.put("GatesChart", GatesChart.of(gates()));
    figures.put("HeadsChart", HeadsChart.of(heads()));
    figures.put(
        "InterestDriftChart",
        InterestDriftChart.of(
            new InterestDrift(
                history,
                List.of(text, text),
                new float[][] {{.5f, .5f}, {.5f, .5f}, {.5f, .5f}, {.5f, .5f}})));
    figures.put("IntervalChart", IntervalChart.of(text, estimates()));
    figures.put("ItemMapChart", ItemMapChart.of(map(), kinds()));
    figures.put(
        "KindAttentionChart",
        KindAttentionChart.of(
            new KindAttention(
                List.of(text, "b"),
                new double[] {3, 2},
                new double[][] {{.5, .5}, {.5, .5}},
                new double[][] {{.5, .5}, {.5, .5}})));
    figures.put("MemoryChart", MemoryChart.of(memory()));
    figures.put("SplitChart", SplitChart.of(split()));
    figures.put(
        "TrustChart",
        TrustChart.of(
            new Trust(
                text,
                text,
                List.of(trial("last attention"), trial(text), trial("recency"), trial("random")),
                List.of())));
    figures.put(
        "WeightsChart",
        WeightsChart.of(text, history, Map.of(text, new float[] {.1f, .2f, .3f, .4f})));
    figures.putAll(new HostileReports(text, history, estimates()).figures());
    return figures;
  }

  private static float[][][][] four(float[][] square) {
    return new float[][][][] {{square, square}};
  }

  private ClickAttention clickAttention() {
    return new ClickAttention(
        text,
        text,
        .25,
        List.of(
            new ClickAttention.Layer(
                layer,
                List.of(text, text),
                List.of(text, text),
                new float[][][] {{{.5f, .5f}, {.5f, .5f}}})));
  }

  private Confusion confusion() {
    return Confusion.of(
        text,
        List.of(text, "b"),
        new int[] {0, 1, 1},
        text,
        List.of(text, "d"),
        new int[] {0, 0, 1});
  }

  private Attribution said() {
    return new Attribution(
        text, history, 2, AttentionLayer.Weights.UNNORMALIZED, new double[] {1, 2, 3, 4});
  }

  private Gates gates() {
    return new Gates(
        new Example(history, 2),
        List.of(text, text),
        new double[4][2],
        Map.of(text, new double[4]));
  }

  private HeadProfiles heads() {
    HeadProfile profile =
        new HeadProfile(
            layer,
            0,
            one(21),
            one(21),
            one(7),
            one(7),
            0,
            Optional.of(new HeadProfile.Specialty(text, 1, .05, .001)));
    return new HeadProfiles(text, 9, List.of(profile));
  }

  private static double[] one(int length) {
    double[] all = new double[length];
    all[0] = 1;
    return all;
  }

  private EstimateTable estimates() {
    Estimate best = new Estimate(.5, new Interval(.4, .6), 1, Significance.BEST);
    return new EstimateTable(
        text, List.of(text), List.of(new EstimateTable.Row(text, List.of(best))));
  }

  private ItemMap map() {
    return new ItemMap(
        List.of(1, 2),
        List.of(text, text),
        new double[][] {{0, 0}, {1, 1}},
        List.of(List.of(text), List.of(text)),
        new double[] {.5, .25});
  }

  private Categories kinds() {
    return Categories.of(List.of(List.of(text), List.of(text), List.of(text), List.of(text)));
  }

  private MemoryMap memory() {
    return new MemoryMap(
        history.titles(),
        new float[][] {{1}, {1}, {1}, {1}},
        new float[][] {{.5f}, {.5f}, {.5f}, {.5f}},
        List.of(new MemoryMap.Slot(.25f, List.of(text), List.of(.5f))));
  }

  private Split.Parts split() {
    return Split.leaveOneOut()
        .of(Sequences.of(catalogue, List.of(text, "b"), List.of(history, history)));
  }

  private Trial trial(String explainer) {
    return new Trial(
        List.of(
            new Attribution(
                explainer,
                history,
                2,
                AttentionLayer.Weights.UNNORMALIZED,
                new double[] {1, 2, 3, 4})),
        List.of(new Faithfulness(new double[] {0, -1, -4}, new double[] {-4, -2, 0})));
  }
}
