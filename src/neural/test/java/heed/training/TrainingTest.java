package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.Garbage;
import heed.batch.PaddedBatch;
import heed.batch.Task;
import heed.layer.Parameters;
import heed.model.Events;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.Purpose;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.objective.Objective;
import heed.training.optimizer.Optimizer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  /** Five users, each walking the catalogue from another place with another stride. */
  private static final Sequences FIVE_USERS =
      sequences(IntStream.range(0, 5).mapToObj(user -> walk(user, 8)).toList());

  private static final Training SMALL =
      Training.of(SasrecConfig.defaults().withWidth(32).withMaxLength(10).withDropout(0.1))
          .withEpochs(3)
          .withBatchSize(10)
          .withLearningRate(0.005);

  /** A validation that always likes the newest weights best. */
  private static ToDoubleFunction<Recommender> growing() {
    double[] calls = {0};
    return recommender -> ++calls[0];
  }

  @Test
  void the_weights_of_the_best_epoch_are_given_back() {
    double[] metrics = {1, 3, 2, 2, 2};
    int[] call = {0};
    List<Map<String, float[]>> seen = new ArrayList<>();
    ToDoubleFunction<Recommender> validation =
        recommender -> {
          seen.add(((NetworkRecommender) recommender).network().parameters().values());
          return metrics[call[0]++];
        };
    try (TrainingRun run =
        SMALL.withEpochs(5).withPatience(2).fit(FIVE_USERS, validation, ProgressListener.SILENT)) {
      assertThat(run.bestEpoch()).isEqualTo(2);
      assertThat(run.bestValidation()).isEqualTo(3);
      assertThat(run.ending()).isEqualTo(StopReason.NO_PROGRESS);
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
      assertThat(run.ending()).isEqualTo(StopReason.INTERRUPTED);
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
  void batches_added_up_make_the_step_of_one_batch_of_them_all() {
    // Windows of 7, 6, 6 and 4 targets; one batch a user, or all four in one.
    Sequences uneven = sequences(List.of(walk(0, 8), walk(1, 7), walk(2, 7), walk(3, 5)));
    Training plain =
        Training.of(SasrecConfig.defaults().withWidth(32).withMaxLength(10).withDropout(0));
    Map<String, float[]> atOnce = afterAnEpoch(plain.withBatchSize(23), uneven);
    Optimizer addingUp = plain.optimizer().withGradientAccumulation(4);
    Map<String, float[]> addedUp =
        afterAnEpoch(plain.withBatchSize(1).withOptimizer(addingUp), uneven);
    // The first step of Adam is the gradient's sign: what is 0 but for rounding is left out.
    for (String name : List.of("items", "blocks.0.attention.query.weight")) {
      assertThat(addedUp.get(name)).containsExactly(atOnce.get(name), within(2e-5f));
    }
    Map<String, float[]> oneByOne = afterAnEpoch(plain.withBatchSize(1), uneven);
    assertThat(oneByOne.get("items")).isNotEqualTo(addedUp.get("items"));
  }

  private static Map<String, float[]> afterAnEpoch(Training training, Sequences data) {
    Training once = training.withEpochs(2);
    try (TrainingRun run = once.fit(data, growing(), ProgressListener.SILENT)) {
      return run.recommender().network().parameters().values();
    }
  }

  @ParameterizedTest
  @MethodSource("heed.training.objective.ObjectiveTest#objectives")
  void every_objective_teaches_what_comes_next(String name, Objective objective) {
    ToDoubleFunction<Recommender> rightAtOnce =
        recommender ->
            IntStream.range(0, 5)
                .filter(
                    user -> {
                      History known = FIVE_USERS.history(user).withoutLast(1);
                      int first = recommender.recommend(known, 1).entries().get(0).item();
                      return first == FIVE_USERS.item(user, 7);
                    })
                .count();
    ProgressListener untilAllAreRight =
        progress -> {
          if (progress.validation() == 5) {
            Thread.currentThread().interrupt();
          }
        };
    Training patient = SMALL.withObjective(objective).withEpochs(500).withPatience(500);
    try (TrainingRun run = patient.fit(FIVE_USERS, rightAtOnce, untilAllAreRight)) {
      assertThat(run.bestValidation()).as(name).isEqualTo(5);
    }
  }

  @Test
  void a_diverging_run_says_what_to_change() {
    Training wild = SMALL.withLearningRate(1e30).withEpochs(20);
    assertThatThrownBy(() -> wild.fit(FIVE_USERS, growing(), ProgressListener.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lower the learning rate");
  }

  @Test
  void a_run_that_diverges_later_gives_back_the_best_weights_before_that() {
    Map<String, float[]> best = new HashMap<>();
    int[] calls = {0};
    ToDoubleFunction<Recommender> poisoning =
        recommender -> {
          Parameters weights = ((NetworkRecommender) recommender).network().parameters();
          if (++calls[0] == 1) {
            best.putAll(weights.values());
          } else {
            Map<String, float[]> poisoned = weights.values();
            Arrays.fill(poisoned.get("items"), Float.NaN);
            weights.set(poisoned);
          }
          return 1.0 / calls[0];
        };
    try (TrainingRun run = SMALL.fit(FIVE_USERS, poisoning, ProgressListener.SILENT)) {
      assertThat(run.ending()).isEqualTo(StopReason.DIVERGED);
      assertThat(run.toString()).contains("lower the learning rate");
      assertThat(run.bestEpoch()).isEqualTo(1);
      assertThat(run.recommender().network().parameters().values().get("items"))
          .containsExactly(best.get("items"));
    }
  }

  @Test
  void a_run_stops_when_its_time_is_up_and_keeps_the_best_so_far() {
    Training endless = SMALL.withEpochs(1_000_000).withTimeLimit(Duration.ofMillis(1500));
    try (TrainingRun run = endless.fit(FIVE_USERS, growing(), ProgressListener.SILENT)) {
      assertThat(run.ending()).isEqualTo(StopReason.TIME_IS_UP);
      assertThat(run.seconds()).isBetween(1.5, 60.0);
      assertThat(run.bestEpoch()).isEqualTo(run.curve().size());
    }
  }

  @Test
  void a_gradient_does_not_depend_on_when_garbage_is_collected() throws Exception {
    float[] undisturbed = gradientOfQueries(() -> {});
    float[] collected =
        gradientOfQueries(
            () -> {
              Garbage.collect();
              for (int i = 0; i < 10_000; i++) {
                ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putFloat(1e6f);
              }
            });
    assertThat(collected).containsExactly(undisturbed);
  }

  private static float[] gradientOfQueries(Disturbance beforeBackward) throws Exception {
    try (NDManager manager = NDManager.newBaseManager();
        Network network = SMALL.model().create(20, 1, manager);
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      PaddedBatch batch = new Task.NextItem().asking(List.of(FIVE_USERS.history(0)));
      NDArray states =
          network.encode(Events.of(manager, batch), Purpose.SCORING).states(); // (1, 8, 32)
      NDArray first = network.itemVectors(manager).get("1:2"); // (1, 32)
      NDArray loss = states.square().sum().add(states.mul(first).sum());
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
  void limits_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> SMALL.withEpochs(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> SMALL.withTimeLimit(Duration.ZERO)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> SMALL.withLearningRate(0)).hasMessageContaining("above 0");
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
