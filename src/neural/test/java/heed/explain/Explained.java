package heed.explain;

import heed.model.AttentionLayer;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Networks trained for a moment, and what they say about five events. */
public final class Explained {

  private static final Catalogue TWENTY =
      Catalogue.of(
          IntStream.range(10, 30).mapToObj(Integer::toString).toList(),
          Map.of("12", "Heat (1995)", "13", "Alien (1979)"));

  private Explained() {}

  /** Trains the network on three walks through the catalogue; the caller closes the run. */
  static TrainingRun trained(TestedNetwork tested) {
    List<History> walks =
        IntStream.range(0, 3).mapToObj(user -> walk(1 + 5 * user, 7, 1 + 2 * user)).toList();
    return Training.of(tested.config(0.1))
        .withEpochs(3)
        .withLearningRate(0.01)
        .fit(
            Sequences.of(TWENTY, List.of("a", "b", "c"), walks),
            unused -> 0,
            ProgressListener.SILENT);
  }

  /** What was attended to between two events, a layer of one head each. */
  static AttentionMap twoLayers(float[][] first, float[][] second) {
    return new AttentionMap(
        List.of("a", "b"),
        List.of(
            new AttentionLayer("layer 1", AttentionLayer.Weights.NORMALIZED),
            new AttentionLayer("layer 2", AttentionLayer.Weights.NORMALIZED)),
        new float[][][][] {{first}, {second}});
  }

  /** Titles: 12 is Heat (1995), 13 is Alien (1979), the others are called like their ids. */
  static History history() {
    return walk(2, 5, 1);
  }

  /** The attention of the network, trained, over {@link #history}. */
  public static AttentionMap map(TestedNetwork tested) {
    try (TrainingRun run = trained(tested)) {
      return Explanation.of(run, history()).attention();
    }
  }

  static History walk(int from, int length, int stride) {
    return History.of(
        TWENTY,
        IntStream.range(0, length).map(i -> 1 + (from + stride * i) % 20).toArray(),
        IntStream.range(0, length).mapToLong(i -> 1_000_000_000L + 5_000L * i * i).toArray());
  }
}
