package heed.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.layer.Similarity;
import heed.model.interest.ComiRecSaConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LargeCatalogueTest {

  private static final Catalogue MANY =
      Catalogue.of(
          IntStream.range(0, LargeCatalogue.LEAST).mapToObj(i -> "i" + i).toList(), Map.of());

  static Stream<ModelConfig> networks() {
    return Stream.of(
        SasrecConfig.defaults().withWidth(8).withMaxLength(5),
        SasrecConfig.defaults().withWidth(8).withSimilarity(Similarity.cosine(0.1)),
        Gru4RecConfig.defaults().withWidth(8),
        ComiRecSaConfig.defaults().withWidth(8));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void over_many_items_the_list_is_that_of_all_scores(ModelConfig config) {
    List<History> histories =
        List.of(
            History.untimed(MANY),
            History.untimed(MANY, 7, 99_999, 100_000),
            History.untimed(MANY, 1, 2, 3, 4, 5, 6, 7, 8));
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender recommender =
            new NetworkRecommender(config.create(MANY.size(), 1, manager), MANY, manager)) {
      assertLists(recommender, histories);
      assertThat(recommender.quantize()).isEqualTo(!(config instanceof ComiRecSaConfig));
      assertLists(recommender, histories);
    }
  }

  private static void assertLists(NetworkRecommender recommender, List<History> histories) {
    List<IntPredicate> competing = histories.stream().map(Seen.EXCLUDED::competing).toList();
    for (int i = 0; i < histories.size(); i++) {
      History history = histories.get(i);
      float[] scores = recommender.score(List.of(history))[0];
      List<Integer> expected = items(Ranking.of("all", history, scores, 20, Seen.EXCLUDED));
      assertThat(items(recommender.recommend(history, 20))).isEqualTo(expected);
      assertThat(recommender.best(histories, 20, competing).get(i).items())
          .containsExactly(expected.stream().mapToInt(item -> item).toArray());
    }
  }

  private static List<Integer> items(Ranking ranking) {
    return ranking.entries().stream().map(Ranking.Entry::item).toList();
  }
}
