package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.attention.weighting.Weighting;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attention kind is trained, in a network that is sold with another. */
class AttentionKindTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  private static final Sequences FIVE_USERS =
      Sequences.of(
          TWENTY,
          List.of("a", "b", "c", "d", "e"),
          IntStream.range(0, 5).mapToObj(AttentionKindTest::walk).toList());

  @ParameterizedTest
  @MethodSource("heed.model.sequential.ChosenAttention#all")
  void five_users_are_learnt_by_heart(ModelConfig config) {
    ProgressListener untilAllAreRight =
        progress -> {
          if (progress.validation() == 5) {
            Thread.currentThread().interrupt();
          }
        };
    try (TrainingRun run =
        training(config)
            .withEpochs(1000)
            .fit(FIVE_USERS, AttentionKindTest::learntByHeart, untilAllAreRight)) {
      assertThat(run.bestValidation()).isEqualTo(5);
    }
  }

  @Test
  void hard_attention_draws_its_noise_from_the_seed_and_learns_its_queries() {
    Training hard =
        training(
                SasrecConfig.defaults()
                    .withWidth(8)
                    .withMaxLength(6)
                    .withWeighting(Weighting.hard()))
            .withEpochs(2);
    float[] queries = queries(hard);
    assertThat(queries(hard)).containsExactly(queries);
    assertThat(queries(hard.withSeed(2))).isNotEqualTo(queries);
    float[] fresh = queries(hard.withLearningRate(1e-30));
    assertThat(Arrays.equals(fresh, queries)).as("the gradient of the draws is 0").isFalse();
  }

  @ParameterizedTest
  @MethodSource("heed.model.sequential.ChosenAttention#all")
  void the_parameters_of_scores_and_positions_are_learnt(ModelConfig config) {
    Training brief = training(config).withEpochs(3);
    try (NDManager manager = NDManager.newBaseManager();
        Network fresh = config.create(20, brief.seed(), manager);
        TrainingRun run = brief.fit(FIVE_USERS, unused -> 0, ProgressListener.SILENT)) {
      Map<String, float[]> initial = fresh.parameters().values();
      run.recommender()
          .network()
          .parameters()
          .values()
          .forEach(
              (name, values) -> {
                if (name.contains(".score.") || name.startsWith("p") || name.endsWith("Bias")) {
                  assertThat(values).as(name).isNotEqualTo(initial.get(name));
                }
              });
    }
  }

  private static float[] queries(Training training) {
    try (TrainingRun run = training.fit(FIVE_USERS, unused -> 0, ProgressListener.SILENT)) {
      return run.recommender()
          .network()
          .parameters()
          .values()
          .get("blocks.0.attention.query.weight");
    }
  }

  private static Training training(ModelConfig config) {
    return Training.of(config).withBatchSize(10).withLearningRate(0.01).withPatience(1000);
  }

  /** For how many users the first recommendation is what they took last. */
  private static double learntByHeart(Recommender recommender) {
    return IntStream.range(0, 5)
        .filter(
            user -> {
              History known = FIVE_USERS.history(user).withoutLast(1);
              int first = recommender.recommend(known, 1).entries().get(0).item();
              return first == FIVE_USERS.item(user, 6);
            })
        .count();
  }

  /** Strides that share no divisor with 20 meet no item twice. Events come faster and faster. */
  private static History walk(int user) {
    int stride = new int[] {1, 3, 7, 9, 11}[user];
    return History.of(
        TWENTY,
        IntStream.range(0, 7).map(i -> 1 + (5 * user + stride * i) % 20).toArray(),
        IntStream.range(0, 7).mapToLong(i -> 1_000_000_000L - (50_000L >> i)).toArray());
  }
}
