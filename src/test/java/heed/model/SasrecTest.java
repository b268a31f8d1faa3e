package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every network must show, for SASRec. Training properties stand in {@code heed.training}. */
class SasrecTest {

  private static final Catalogue THIRTY =
      Catalogue.of(IntStream.range(10, 40).mapToObj(Integer::toString).toList(), Map.of());
  private static final SasrecConfig CONFIG = new SasrecConfig(16, 2, 4, 12, 0.5f);

  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkRecommender recommender = fresh(1);

  @AfterEach
  void close() {
    recommender.close();
    manager.close();
  }

  @Test
  void future_items_do_not_change_past_attention() {
    float[][][][] one = recommender.attention(history(3, 1, 4, 1, 5));
    float[][][][] other = recommender.attention(history(3, 1, 4, 9, 26));
    for (int layer = 0; layer < 2; layer++) {
      for (int head = 0; head < 4; head++) {
        for (int query = 0; query < 3; query++) {
          assertThat(one[layer][head][query])
              .containsExactly(other[layer][head][query], within(1e-6f));
        }
        assertThat(one[layer][head][3]).isNotEqualTo(other[layer][head][3]);
      }
    }
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
  void a_history_scores_the_same_alone_and_padded_beside_longer_ones() {
    History brief = history(7, 8);
    float[] alone = recommender.score(List.of(brief))[0];
    float[] beside = recommender.score(List.of(history(1, 2, 3, 4, 5, 6, 7), brief))[1];
    assertThat(beside).containsExactly(alone, within(1e-5f));
  }

  @Test
  void rows_come_back_in_the_order_of_the_histories() {
    List<History> histories =
        IntStream.range(0, 300)
            .mapToObj(
                i -> history(IntStream.range(0, 1 + i % 11).map(j -> 1 + (i + j) % 30).toArray()))
            .toList();
    float[][] together = recommender.score(histories);
    for (int i = 0; i < 300; i += 37) {
      assertThat(together[i])
          .containsExactly(recommender.score(List.of(histories.get(i)))[0], within(1e-5f));
    }
  }

  @Test
  void the_order_of_a_history_matters() {
    assertThat(recommender.score(List.of(history(1, 2, 3)))[0])
        .isNotEqualTo(recommender.score(List.of(history(2, 1, 3)))[0]);
  }

  @Test
  void only_the_most_recent_part_of_a_long_history_is_read() {
    int[] items = IntStream.range(0, 20).map(i -> 1 + i).toArray();
    assertThat(recommender.score(List.of(history(items)))[0])
        .containsExactly(
            recommender.score(List.of(history(Arrays.copyOfRange(items, 8, 20))))[0],
            within(1e-5f));
    assertThat(recommender.attention(history(items))[0][0]).hasNumberOfRows(12);
  }

  @Test
  void an_empty_history_is_scored_too() {
    assertThat(recommender.score(List.of(history()))[0]).hasSize(31).doesNotContain(Float.NaN);
    assertThat(recommender.recommend(history(), 5).entries()).hasSize(5);
  }

  @Test
  void the_same_seed_makes_the_same_network_and_another_another() {
    float[] first = recommender.score(List.of(history(1, 2, 3)))[0];
    try (NetworkRecommender same = fresh(1);
        NetworkRecommender other = fresh(2)) {
      assertThat(same.score(List.of(history(1, 2, 3)))[0]).containsExactly(first);
      assertThat(other.score(List.of(history(1, 2, 3)))[0]).isNotEqualTo(first);
    }
  }

  @Test
  void what_was_saved_scores_the_same_when_loaded(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("weights/sasrec.safetensors");
    recommender.network().parameters().save(file);
    try (NetworkRecommender other = fresh(2)) {
      other.network().parameters().load(file);
      assertThat(other.score(List.of(history(1, 2, 3)))[0])
          .containsExactly(recommender.score(List.of(history(1, 2, 3)))[0]);
    }
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no unfinished file is left").containsExactly(file);
    }
  }

  @Test
  void weights_of_another_network_are_refused_and_change_nothing(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("weights.safetensors");
    float[] before = recommender.score(List.of(history(1, 2, 3)))[0];
    try (Network wider = CONFIG.withWidth(32).create(30, 1, manager)) {
      wider.parameters().save(file);
    }
    assertThatThrownBy(() -> recommender.network().parameters().load(file))
        .hasMessageMatching("parameter '.+' holds [\\d,]+ numbers \\(.+\\), found [\\d,]+");
    try (Network deeper = CONFIG.withLayers(3).create(30, 1, manager)) {
      deeper.parameters().save(file);
    }
    assertThatThrownBy(() -> recommender.network().parameters().load(file))
        .hasMessageContaining("weights are of another network");
    assertThat(recommender.score(List.of(history(1, 2, 3)))[0]).containsExactly(before);
  }

  @Test
  void scoring_explaining_and_saving_leave_no_native_array_behind(@TempDir Path folder)
      throws Exception {
    manager.cap(); // From here on, an array attached to it is an error.
    for (int i = 0; i < 3; i++) {
      recommender.score(List.of(history(1, 2, 3), history(4)));
      recommender.attention(history(1, 2, 3));
      recommender.network().parameters().values();
      recommender.network().parameters().save(folder.resolve("weights.safetensors"));
    }
    assertThat(recommender.network().itemVectors().getManager().getManagedArrays())
        .hasSize(recommender.network().parameters().arrays().size());
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

  private NetworkRecommender fresh(long seed) {
    return new NetworkRecommender(CONFIG.create(30, seed, manager), THIRTY, manager);
  }

  private static History history(int... items) {
    return History.untimed(THIRTY, items);
  }
}
