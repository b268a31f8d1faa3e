package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkRecommenderTest {

  private static final Catalogue TEN =
      Catalogue.of(IntStream.range(0, 10).mapToObj(Integer::toString).toList(), Map.of());

  private static final SasrecConfig CONFIG =
      SasrecConfig.defaults().withWidth(4).withHeads(2).withLayers(1).withMaxLength(3);

  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkRecommender recommender =
      new NetworkRecommender(CONFIG.create(TEN.size(), 1, manager), TEN, manager);

  @AfterEach
  void close() {
    recommender.close();
    manager.close();
  }

  @Test
  void a_closed_one_says_so() {
    History history = History.untimed(TEN, 1, 2);
    recommender.close();
    assertThatThrownBy(() -> recommender.recommend(history, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed and its weights are gone; ask it before close()");
    assertThatThrownBy(() -> recommender.attention(history)).hasMessageContaining("is closed");
    assertThatThrownBy(recommender::itemVectors).hasMessageContaining("is closed");
    assertThatThrownBy(() -> recommender.targetRanks(List.of(history), new int[] {3}, Seen.KEPT, 1))
        .hasMessageContaining("is closed");
  }

  @Test
  void that_a_history_is_cut_is_said_once() {
    History longer = History.untimed(TEN, 1, 2, 3, 4, 5);
    assertThat(recommender.cut(History.untimed(TEN, 1, 2, 3))).isEmpty();
    assertThat(recommender.cut(longer).orElseThrow())
        .contains("reads the last 3 of these 5 events");
    assertThat(recommender.cut(longer)).isEmpty();
  }

  @Test
  void no_history_is_refused_in_words() {
    assertThatThrownBy(() -> recommender.recommend(null, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a user without events has an empty history");
  }
}
