package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import heed.bundle.Bundle;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training cannot do, it says before it begins: what, found, expected, remedy. */
class TrainingRefusalsTest {

  private static final Training SMALL =
      Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(5)).withEpochs(2);

  @Test
  void users_with_one_event_each_have_nothing_to_predict() {
    assertThatThrownBy(
            () -> SMALL.fit(users(1, 1), TrainingRefusalsTest::any, ProgressListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no user has two events", "2 users", "log of more events");
  }

  @Test
  void what_is_null_is_told_by_its_name_at_once() {
    assertThatThrownBy(() -> Training.of(null)).hasMessageContaining("model to train is null");
    assertThatThrownBy(() -> SMALL.withObjective(null))
        .hasMessageContaining("Objective.fullCrossEntropy()");
    assertThatThrownBy(() -> SMALL.withOptimizer(null))
        .hasMessageContaining("Optimizer.defaults()");
    assertThatThrownBy(() -> SMALL.withItemStart(null)).hasMessageContaining("ItemStart.drawn()");
    assertThatThrownBy(() -> SasrecConfig.defaults().withScoring(null))
        .hasMessageContaining("the scoring of a network is null");
    assertThatThrownBy(() -> SMALL.fit(null, TrainingRefusalsTest::any, ProgressListener.SILENT))
        .hasMessageContaining("sequences to train on are null");
    assertThatThrownBy(() -> SMALL.fit(users(5, 5), null, ProgressListener.SILENT))
        .hasMessageContaining("validation is null");
    assertThatThrownBy(() -> ClickTraining.of(null)).hasMessageContaining("click network");
    assertThatThrownBy(() -> SMALL.startingFrom((NetworkRecommender) null))
        .hasMessageContaining("start from is null");
  }

  @Test
  void a_closed_network_is_neither_saved_nor_read_nor_started_from(@TempDir Path folder) {
    Path file = folder.resolve("closed.heed");
    TrainingRun run = SMALL.fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT);
    NetworkRecommender closed = run.recommender();
    run.close();
    String told = "found a network that is closed";
    assertThatThrownBy(() -> Bundle.save(file, closed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(told, "before close()");
    assertThatThrownBy(() -> closed.save(file)).hasMessageContaining(told);
    assertThatThrownBy(() -> closed.network().parameters().values()).hasMessageContaining(told);
    assertThatThrownBy(
            () ->
                SMALL
                    .startingFrom(closed)
                    .fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT))
        .hasMessageContaining(told);
    assertThat(file).doesNotExist();
  }

  @Test
  void no_users_are_nobody_to_learn_from() {
    assertThatThrownBy(() -> SMALL.fit(users(), TrainingRefusalsTest::any, ProgressListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no user has two events", "0 users");
    assertThatThrownBy(() -> SMALL.memory(users()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no user has two events");
  }

  static Stream<ModelConfig> tooLarge() {
    return Stream.of(
        SasrecConfig.defaults().withWidth(100_000),
        SasrecConfig.defaults().withMaxLength(Integer.MAX_VALUE),
        SasrecConfig.defaults().withWidth(1 << 30).withHeads(1).withMaxLength(Integer.MAX_VALUE),
        Gru4RecConfig.defaults().withWidth(100_000),
        Bert4RecConfig.defaults().withWidth(100_000));
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  @Timeout(20)
  void a_network_larger_than_the_memory_is_refused_before_memory_is_taken(ModelConfig config) {
    assertThatThrownBy(
            () ->
                Training.of(config)
                    .fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT))
        .isInstanceOf(NothingLearntException.class)
        .hasMessageContainingAll("not enough memory", "GiB", "free are", "width");
  }

  @Test
  @Timeout(20)
  void a_length_that_no_history_has_takes_no_memory_where_positions_are_not_learnt() {
    Training long_ = SMALL.withModel(Gru4RecConfig.defaults().withMaxLength(Integer.MAX_VALUE));
    long_.fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT).close();
  }

  @Test
  @Timeout(60)
  void a_history_too_long_for_the_memory_is_refused_before_it_is_tried() {
    Training whole = SMALL.withModel(SasrecConfig.defaults().withMaxLength(200_000));
    assertThatThrownBy(
            () -> whole.fit(users(200_000), TrainingRefusalsTest::any, ProgressListener.SILENT))
        .isInstanceOf(NothingLearntException.class)
        .hasMessageContainingAll("not enough memory", "of length 199,999", "maxLength");
  }

  @Test
  void a_second_training_in_the_process_is_told_of_the_first() throws InterruptedException {
    CountDownLatch validating = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    AtomicReference<TrainingRun> first = new AtomicReference<>();
    ToDoubleFunction<Recommender> waiting =
        unused -> {
          validating.countDown();
          await(tried);
          return 1;
        };
    Thread training =
        new Thread(() -> first.set(SMALL.fit(users(5, 5), waiting, ProgressListener.SILENT)), "A");
    training.start();
    validating.await();
    try {
      assertThatThrownBy(
              () -> SMALL.fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("another training", "'A'", "process of its own");
    } finally {
      tried.countDown();
      training.join();
    }
    assertThat(first.get().curve()).as("the first goes on unharmed").hasSize(2);
    first.get().close();
    SMALL.fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT).close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_training_may_ask_another_one_from_its_own_thread() {
    ToDoubleFunction<Recommender> asking =
        unused -> {
          SMALL.fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT).close();
          return 1;
        };
    SMALL.withEpochs(1).fit(users(5, 5), asking, ProgressListener.SILENT).close();
  }

  @Test
  void a_validation_that_gives_no_number_is_told_after_the_first_epoch() {
    assertThatThrownBy(() -> SMALL.fit(users(5, 5), unused -> Double.NaN, ProgressListener.SILENT))
        .isInstanceOf(NothingLearntException.class)
        .hasMessageContainingAll("validation", "NaN", "epoch 1");
  }

  @Test
  void an_epoch_without_a_number_is_never_the_best() {
    double[] metrics = {0.1, Double.NaN, 0.2, Double.NaN};
    int[] call = {0};
    try (TrainingRun run =
        SMALL
            .withEpochs(4)
            .fit(users(5, 5), unused -> metrics[call[0]++], ProgressListener.SILENT)) {
      assertThat(run.bestEpoch()).isEqualTo(3);
      assertThat(run.bestValidation()).isEqualTo(0.2);
    }
  }

  @Test
  void a_catalogue_of_other_size_than_the_network_is_refused() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThatThrownBy(
              () ->
                  new NetworkRecommender(
                      SMALL.model().create(12, 1, manager), catalogue(30), manager))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("12 items", "30", "catalogue");
    }
  }

  @Test
  void a_closed_run_leaves_no_memory_behind() {
    TrainingRun run = SMALL.fit(users(5, 5), TrainingRefusalsTest::any, ProgressListener.SILENT);
    NDManager base =
        run.parameters().arrays().get("items").getManager().getParentManager(); // of the run
    assertThat(base.isOpen()).isTrue();
    run.close();
    assertThat(base.isOpen()).isFalse();
  }

  private static double any(Recommender unused) {
    return 0;
  }

  private static Sequences users(int... lengths) {
    Catalogue catalogue = catalogue(20);
    return Sequences.of(
        catalogue,
        IntStream.range(0, lengths.length).mapToObj(user -> "u" + user).toList(),
        IntStream.of(lengths)
            .mapToObj(
                length ->
                    History.untimed(
                        catalogue, IntStream.range(0, length).map(i -> 1 + i % 20).toArray()))
            .toList());
  }

  private static Catalogue catalogue(int items) {
    return Catalogue.of(IntStream.range(0, items).mapToObj(Integer::toString).toList(), Map.of());
  }
}
