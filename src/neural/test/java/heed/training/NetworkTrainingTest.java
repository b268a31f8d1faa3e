package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.batch.Batches;
import heed.batch.Inference;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.sequential.TestedNetwork;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.objective.Objective;
import heed.training.optimizer.Adam;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network must show while it learns. */
class NetworkTrainingTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  /** Five users, each walking the catalogue from another place with another stride. */
  private static final Sequences FIVE_USERS =
      Sequences.of(
          TWENTY,
          List.of("a", "b", "c", "d", "e"),
          IntStream.range(0, 5).mapToObj(NetworkTrainingTest::walk).toList());

  @ParameterizedTest
  @EnumSource
  void five_users_are_learnt_by_heart(TestedNetwork tested) {
    ProgressListener untilAllAreRight =
        progress -> {
          if (progress.validation() == 5) {
            Thread.currentThread().interrupt();
          }
        };
    try (TrainingRun run =
        training(tested.config(0))
            .withEpochs(1000)
            .fit(FIVE_USERS, NetworkTrainingTest::learntByHeart, untilAllAreRight)) {
      assertThat(run.bestValidation()).isEqualTo(5);
    }
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

  @ParameterizedTest
  @EnumSource
  void the_same_seed_gives_the_same_weights_bit_for_bit_and_another_others(TestedNetwork tested) {
    Training brief = training(tested.config(0.5)).withEpochs(2);
    Map<String, float[]> first = weights(brief.withSeed(7));
    Map<String, float[]> again = weights(brief.withSeed(7));
    first.forEach((name, values) -> assertThat(again.get(name)).as(name).containsExactly(values));
    String vectors =
        first.keySet().iterator().next(); // Of items, or of the words they are made of.
    assertThat(weights(brief.withSeed(8)).get(vectors)).isNotEqualTo(first.get(vectors));
  }

  @ParameterizedTest
  @EnumSource
  void every_parameter_is_learnt_and_padding_is_not(TestedNetwork tested) {
    Training brief = training(tested.config(0.1)).withEpochs(3);
    try (NDManager manager = NDManager.newBaseManager();
        Network fresh = brief.model().create(20, brief.seed(), manager);
        TrainingRun run = brief.fit(FIVE_USERS, unused -> 0, ProgressListener.SILENT)) {
      Network trained = run.recommender().network();
      Map<String, float[]> initial = fresh.parameters().values();
      trained
          .parameters()
          .values()
          .forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(initial.get(name)));
      assertThat(padding(trained, manager)).containsExactly(padding(fresh, manager));
    }
  }

  /** The vector of the item that is none. */
  private static float[] padding(Network network, NDManager manager) {
    return Inference.run(manager, step -> network.itemVectors(step).get(0).toFloatArray());
  }

  @ParameterizedTest
  @EnumSource
  void steps_leave_no_native_array_behind(TestedNetwork tested) {
    ModelConfig config = tested.config(0.5);
    PaddedBatch batch = new Batches(FIVE_USERS, config.task(), 6, 100).epoch(new Random(1)).get(0);
    try (NDManager manager = NDManager.newBaseManager();
        Network network = config.create(20, 1, manager);
        Adam adam = new Adam(Adam.Settings.defaults(), network.parameters(), manager)) {
      TrainingStep step = new TrainingStep(Objective.fullCrossEntropy(), network, manager);
      step.run(batch, Negatives.NONE, 1);
      adam.step(1, 1);
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 5; i++) {
        step.run(batch, Negatives.NONE, 1);
        adam.step(1, 1);
      }
      var parameters = network.parameters().arrays().values();
      assertThat(parameters.iterator().next().getManager().getManagedArrays())
          .hasSameSizeAs(parameters);
    }
  }

  private static Training training(ModelConfig config) {
    return Training.of(config).withBatchSize(10).withLearningRate(0.01).withPatience(1000);
  }

  private static Map<String, float[]> weights(Training training) {
    try (TrainingRun run = training.fit(FIVE_USERS, unused -> 0, ProgressListener.SILENT)) {
      return run.recommender().network().parameters().values();
    }
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
