package heed.bundle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import heed.attention.weighting.Weighting;
import heed.bundle.Bundle;
import heed.layer.Similarity;
import heed.model.Activation;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.LigrConfig;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime gives the scores that we give. */
class TransformerOnnxTest {

  private static final Catalogue ITEMS =
      Catalogue.of(IntStream.range(100, 130).mapToObj(Integer::toString).toList(), Map.of());
  private static final SasrecConfig SASREC =
      SasrecConfig.defaults().withWidth(8).withHeads(2).withLayers(2).withMaxLength(6);

  @TempDir Path folder;

  static Stream<ModelConfig> configs() {
    return Stream.of(
        SASREC,
        SASREC.withWindow(2).withFeedForward(Activation.GELU, 4),
        SASREC.withPositions(),
        SASREC.withSimilarity(Similarity.cosine(0.5)),
        LigrConfig.defaults().withWidth(8).withHeads(2).withLayers(2).withMaxLength(6),
        Bert4RecConfig.defaults().withWidth(8).withHeads(2).withLayers(2).withMaxLength(6));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void scores_of_onnx_runtime_equal_ours(ModelConfig config) throws Exception {
    Path bundled = folder.resolve("network.heed");
    Path file = folder.resolve("network.onnx");
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender recommender = trained(config, manager)) {
      Bundle.save(bundled, recommender);
      try (Bundle bundle = Bundle.load(bundled)) {
        bundle.exportOnnx(file);
      }
      List<History> asked =
          List.of(
              History.untimed(ITEMS, 3, 1, 4, 1, 5, 9),
              History.untimed(ITEMS, 2, 6),
              History.untimed(ITEMS, 30));
      float[][] expected = recommender.score(asked);
      float[][] found = run(file, asked, config instanceof Bert4RecConfig);
      for (int row = 0; row < expected.length; row++) {
        assertThat(Arrays.copyOfRange(found[row], 1, 31))
            .containsExactly(Arrays.copyOfRange(expected[row], 1, 31), within(1e-5f));
      }
    }
  }

  /** With weights that are all drawn, also where a fresh network begins with 0 and 1. */
  private static NetworkRecommender trained(ModelConfig config, NDManager manager) {
    NetworkRecommender recommender =
        new NetworkRecommender(config.create(ITEMS.size(), 1, manager), ITEMS, manager);
    SplittableRandom random = new SplittableRandom(2);
    Map<String, float[]> values = recommender.network().parameters().values();
    for (float[] array : values.values()) {
      for (int i = 0; i < array.length; i++) {
        array[i] += (float) random.nextDouble(-0.2, 0.2);
      }
    }
    recommender.network().parameters().set(values);
    return recommender;
  }

  private static float[][] run(Path file, List<History> asked, boolean masked) throws Exception {
    int most = asked.stream().mapToInt(History::length).max().orElseThrow() + (masked ? 1 : 0);
    long[][] items = new long[asked.size()][most];
    for (int row = 0; row < items.length; row++) {
      History history = asked.get(row);
      for (int event = 0; event < history.length(); event++) {
        items[row][event] = history.item(event);
      }
      if (masked) {
        items[row][history.length()] = ITEMS.size() + 1L;
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, items);
        OrtSession.Result result = session.run(Map.of("history", input))) {
      return (float[][]) result.get(0).getValue();
    }
  }

  @Test
  void what_has_no_such_form_says_why() throws Exception {
    Path file = folder.resolve("none.onnx");
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender hard = trained(SASREC.withWeighting(Weighting.sparsemax()), manager);
        NetworkRecommender recurrent =
            trained(Gru4RecConfig.defaults().withWidth(8).withMaxLength(6), manager)) {
      assertThatThrownBy(() -> TransformerOnnx.write(hard, file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("has no ONNX form", "Sparsemax", "serve it with Heed");
      assertThatThrownBy(() -> TransformerOnnx.write(recurrent, file))
          .hasMessageContaining("found a Gru4RecConfig");
    }
    assertThat(file).doesNotExist();
  }
}
