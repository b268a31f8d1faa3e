package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import heed.batch.Batches;
import heed.batch.PaddedBatch;
import heed.model.Network;
import heed.model.Purpose;
import heed.model.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  /** Five users, each walking the catalogue from another place with another stride. */
  private static final Sequences FIVE_USERS =
      sequences(IntStream.range(0, 5).mapToObj(user -> walk(user, 8)).toList());

  private static final Training SMALL =
      Training.of(new SasrecConfig(32, 2, 2, 10, 0.1f))
          .withEpochs(3)
          .withBatchTargets(10)
          .withLearningRate(0.005);

  /** A validation that always likes the newest weights best. */
  private static ToDoubleFunction<Recommender> growing() {
    double[] calls = {0};
    return recommender -> ++calls[0];
  }

  @Test
  void five_users_are_learnt_by_heart() {
    try (TrainingRun run =
        SMALL.withEpochs(60).fit(FIVE_USERS, growing(), ProgressListener.SILENT)) {
      for (int user = 0; user < 5; user++) {
        History known = FIVE_USERS.history(user).withoutLast(1);
        assertThat(run.recommender().recommend(known, 1).entries().get(0).item())
            .as("what user %d took last", user)
            .isEqualTo(FIVE_USERS.item(user, 7));
      }
      assertThat(run.curve().get(59).loss()).isLessThan(run.curve().get(0).loss() / 4);
    }
  }

  @Test
  void the_same_seed_gives_the_same_weights_bit_for_bit_and_another_others() {
    Map<String, float[]> first = weights(SMALL.withSeed(7));
    Map<String, float[]> again = weights(SMALL.withSeed(7));
    Map<String, float[]> other = weights(SMALL.withSeed(8));
    first.forEach((name, values) -> assertThat(again.get(name)).as(name).containsExactly(values));
    assertThat(other.get("items")).isNotEqualTo(first.get("items"));
  }

  @Test
  void the_weights_of_the_best_epoch_are_given_back() {
    double[] metrics = {1, 3, 2, 2, 2};
    int[] call = {0};
    List<Map<String, float[]>> seen = new ArrayList<>();
    ToDoubleFunction<Recommender> validation =
        recommender -> {
          seen.add(((heed.model.NetworkRecommender) recommender).network().parameters().values());
          return metrics[call[0]++];
        };
    try (TrainingRun run =
        SMALL.withEpochs(5).withPatience(2).fit(FIVE_USERS, validation, ProgressListener.SILENT)) {
      assertThat(run.bestEpoch()).isEqualTo(2);
      assertThat(run.bestValidation()).isEqualTo(3);
      assertThat(run.ending()).isEqualTo(Ending.NO_PROGRESS);
      assertThat(run.curve()).hasSize(4);
      assertThat(run.recommender().network().parameters().values().get("items"))
          .containsExactly(seen.get(1).get("items"));
    }
  }

  @Test
  void an_interrupt_ends_the_run_within_a_batch_and_keeps_the_best_so_far() {
    ProgressListener stopAfterTwo =
        progress -> {
          if (progress.epoch() == 2 && progress.endOfEpoch()) {
            Thread.currentThread().interrupt();
          }
        };
    try (TrainingRun run = SMALL.withEpochs(1000).fit(FIVE_USERS, growing(), stopAfterTwo)) {
      assertThat(run.ending()).isEqualTo(Ending.INTERRUPTED);
      assertThat(run.curve()).hasSize(2);
      assertThat(run.bestEpoch()).isEqualTo(2);
      assertThat(run.recommender().recommend(FIVE_USERS.history(0), 3).entries()).hasSize(3);
      assertThat(Thread.currentThread().isInterrupted()).as("the request was met").isFalse();
    }
  }

  @Test
  void a_run_interrupted_before_its_first_epoch_still_answers() {
    Thread.currentThread().interrupt();
    try (TrainingRun run = SMALL.fit(FIVE_USERS, growing(), ProgressListener.SILENT)) {
      assertThat(run.bestEpoch()).isZero();
      assertThat(run.bestValidation()).isNaN();
      assertThat(run.recommender().recommend(FIVE_USERS.history(0), 3).entries()).hasSize(3);
    }
  }

  @Test
  void progress_is_told_in_order_and_ends_with_the_validation() {
    List<Progress> heard = new ArrayList<>();
    SMALL.fit(FIVE_USERS, growing(), heard::add).close();
    List<Progress> ends = heard.stream().filter(Progress::endOfEpoch).toList();
    assertThat(ends).extracting(Progress::epoch).containsExactly(1, 2, 3);
    assertThat(ends).extracting(Progress::validation).containsExactly(1.0, 2.0, 3.0);
    assertThat(ends).allMatch(progress -> progress.loss() > 0 && progress.targetsPerSecond() > 0);
  }

  @Test
  void a_diverging_run_says_what_to_change() {
    Training wild = SMALL.withLearningRate(1e30).withEpochs(20);
    assertThatThrownBy(() -> wild.fit(FIVE_USERS, growing(), ProgressListener.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lower the learning rate");
  }

  @Test
  void steps_leave_no_native_array_behind() {
    PaddedBatch batch = new Batches(FIVE_USERS, 10, 100).epoch(new Random(1)).get(0);
    try (NDManager manager = NDManager.newBaseManager();
        Network network = SMALL.model().create(20, 1, manager);
        Adam adam = new Adam(SMALL.adam(), network.parameters(), manager)) {
      TrainingStep step = new TrainingStep(SMALL.objective(), network, adam, manager);
      NDManager parameters = network.itemVectors().getManager();
      step.run(batch);
      int arrays = parameters.getManagedArrays().size();
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 5; i++) {
        step.run(batch);
      }
      assertThat(parameters.getManagedArrays()).hasSize(arrays);
      assertThat(arrays).isEqualTo(network.parameters().arrays().size());
    }
  }

  @Test
  void a_gradient_does_not_depend_on_when_garbage_is_collected() throws Exception {
    float[] undisturbed = gradientOfQueries(() -> {});
    float[] collected =
        gradientOfQueries(
            () -> {
              System.gc();
              Thread.sleep(100); // The cleaner of direct buffers runs on a thread of its own.
              for (int i = 0; i < 10_000; i++) {
                ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putFloat(1e6f);
              }
            });
    assertThat(collected).containsExactly(undisturbed);
  }

  private static float[] gradientOfQueries(Disturbance beforeBackward) throws Exception {
    try (NDManager manager = NDManager.newBaseManager();
        Network network = new SasrecConfig(32, 1, 2, 10, 0).create(20, 1, manager);
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray items = manager.create(walk(0, 10), new Shape(1, 10));
      NDArray states = network.encode(items, Purpose.TRAINING).states(); // (1, 10, 32)
      NDArray loss = states.square().sum().add(states.mul(network.itemVectors().get("1:2")).sum());
      beforeBackward.run();
      collector.backward(loss);
      return network
          .parameters()
          .arrays()
          .get("blocks.0.attention.query.weight")
          .getGradient()
          .toFloatArray();
    }
  }

  private interface Disturbance {
    void run() throws Exception;
  }

  @Test
  void padding_is_never_learnt() {
    try (TrainingRun run =
        SMALL.fit(sequences(List.of(walk(0, 3), walk(1, 8))), growing(), ProgressListener.SILENT)) {
      float[] trained = run.recommender().network().parameters().values().get("items");
      try (NDManager manager = NDManager.newBaseManager();
          Network fresh = SMALL.model().create(20, SMALL.seed(), manager)) {
        float[] initial = fresh.parameters().values().get("items");
        for (int i = 0; i < 32; i++) {
          assertThat(trained[i]).isEqualTo(initial[i]);
        }
        assertThat(trained[33]).isNotEqualTo(initial[33]);
      }
    }
  }

  @Test
  void limits_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> SMALL.withEpochs(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> SMALL.withLearningRate(0)).hasMessageContaining("above 0");
  }

  private static Map<String, float[]> weights(Training training) {
    try (TrainingRun run = training.fit(FIVE_USERS, growing(), ProgressListener.SILENT)) {
      return run.recommender().network().parameters().values();
    }
  }

  /** Strides that share no divisor with 20 meet no item twice. */
  private static int[] walk(int user, int length) {
    int stride = new int[] {1, 3, 7, 9, 11}[user];
    return IntStream.range(0, length).map(i -> 1 + (5 * user + stride * i) % 20).toArray();
  }

  private static Sequences sequences(List<int[]> histories) {
    List<String> users = IntStream.range(0, histories.size()).mapToObj(i -> "u" + i).toList();
    return Sequences.of(
        TWENTY, users, histories.stream().map(items -> History.untimed(TWENTY, items)).toList());
  }
}
