package heed.model.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.layer.Similarity;
import heed.model.Activation;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SASRec shows beside what every network must (see {@code NetworkTest}). */
class SasrecTest {

  private static final Catalogue THIRTY =
      Catalogue.of(IntStream.range(10, 40).mapToObj(Integer::toString).toList(), Map.of());
  private static final SasrecConfig CONFIG =
      SasrecConfig.defaults().withWidth(16).withHeads(4).withMaxLength(12).withDropout(0.5);

  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkRecommender recommender =
      new NetworkRecommender(CONFIG.create(30, 1, manager), THIRTY, manager);

  @AfterEach
  void close() {
    recommender.close();
    manager.close();
  }

  @Test
  void every_query_spreads_a_weight_of_one_over_itself_and_the_past() {
    for (float[][][] layer : recommender.attention(history(3, 1, 4, 1, 5))) {
      for (float[][] head : layer) {
        for (int query = 0; query < head.length; query++) {
          float sum = 0;
          for (int key = 0; key < head.length; key++) {
            sum += head[query][key];
            assertThat(head[query][key]).isBetween(0f, key > query ? 0f : 1f);
          }
          assertThat(sum).isCloseTo(1, within(1e-5f));
        }
      }
    }
  }

  @Test
  void attention_is_told_over_the_part_of_a_history_that_is_read() {
    float[][][][] attention = recommender.attention(history(IntStream.range(1, 21).toArray()));
    assertThat(attention).hasDimensions(2, 4);
    assertThat(attention[0][0]).hasDimensions(12, 12);
  }

  @Test
  void weights_of_another_network_are_refused_and_change_nothing(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("weights.safetensors");
    float[] before = recommender.score(List.of(history(1, 2, 3)))[0];
    try (Network wider = CONFIG.withWidth(32).create(30, 1, manager)) {
      assertThatThrownBy(() -> recommender.network().parameters().set(wider.parameters().values()))
          .hasMessageMatching("parameter '.+' holds [\\d,]+ numbers \\(.+\\), found [\\d,]+");
    }
    try (Network deeper = CONFIG.withLayers(3).create(30, 1, manager)) {
      assertThatThrownBy(() -> recommender.network().parameters().set(deeper.parameters().values()))
          .hasMessageContaining("weights are of another network");
      new NetworkRecommender(deeper, recommender.catalogue(), manager).save(file);
    }
    assertThatThrownBy(() -> recommender.restore(file))
        .hasMessageContaining("found the settings.layers 3, expected 2");
    assertThat(recommender.score(List.of(history(1, 2, 3)))[0]).containsExactly(before);
  }

  @Test
  void changing_one_setting_keeps_the_others() {
    SasrecConfig config = SasrecConfig.defaults().withSimilarity(Similarity.cosine(.1));
    assertThat(
            config
                .withWidth(8)
                .withLayers(1)
                .withHeads(1)
                .withMaxLength(5)
                .withDropout(.4)
                .withFeedForward(Activation.GELU, 4)
                .withWindow(3)
                .withPositions()
                .similarity())
        .isEqualTo(Similarity.cosine(.1));
    assertThat(config.name()).isEqualTo("SASRec, cosine / 0.1");
  }

  @Test
  void settings_that_do_not_fit_say_what_would() {
    assertThatThrownBy(() -> SasrecConfig.defaults().withWidth(50).withHeads(4))
        .hasMessage("width 50 is not divisible by 4 heads; choose one of 1, 2, 5, 10, 25, 50");
    assertThatThrownBy(() -> SasrecConfig.defaults().withDropout(1))
        .hasMessageContaining("found 1.0");
    assertThatThrownBy(() -> SasrecConfig.defaults().withMaxLength(0))
        .hasMessageContaining("at least 1");
  }

  private static History history(int... items) {
    return History.untimed(THIRTY, items);
  }
}
