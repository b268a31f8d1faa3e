package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.NegativeDistribution;
import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.click.DinConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.HstuConfig;
import heed.model.sequential.SasrecConfig;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.objective.Objective;
import heed.training.objective.SampledSoftmax;
import heed.training.optimizer.EmbeddingUpdates;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryEstimateTest {

  /** The peak lies between an estimate divided by this and times this. */
  private static final double FACTOR = 2;

  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @EnumSource
  void parameters_are_counted_without_making_them_all(TestedNetwork tested) {
    ModelConfig config = tested.config(0);
    try (NDManager manager = NDManager.newBaseManager();
        Network network = config.create(20, 1, manager)) {
      assertThat(Training.of(config).memory(KilledRun.data()).parameters())
          .isEqualTo(network.parameters().count());
    }
  }

  static Stream<Training> trainings() {
    SasrecConfig sasrec = SasrecConfig.defaults().withMaxLength(200);
    Objective sampled = new SampledSoftmax(500, new NegativeDistribution.Uniform());
    return Stream.of(
            Training.of(sasrec),
            Training.of(sasrec.withMaxLength(50)).withBatchSize(8192),
            Training.of(sasrec.withLayers(4)).withObjective(sampled).withBatchSize(8192),
            Training.of(sasrec).withObjective(Objective.binaryCrossEntropy(100)),
            Training.of(sasrec)
                .withObjective(sampled)
                .withEmbeddingUpdates(EmbeddingUpdates.SPARSE),
            Training.of(HstuConfig.defaults()).withObjective(sampled).withBatchSize(8192),
            Training.of(Gru4RecConfig.defaults()).withObjective(sampled).withBatchSize(8192))
        .map(training -> training.withEpochs(1));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void the_peak_is_what_was_estimated_within_a_factor_of_two(Training training) {
    Sequences data = longHistories();
    MemoryEstimate estimate = training.memory(data);
    KilledRun.TRAINING
        .withEpochs(2)
        .fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)
        .close(); // The engine itself is in memory before anything is measured.
    long peak =
        NativeMemory.peakOf(() -> training.fit(data, unused -> 0, ProgressListener.SILENT).close());
    assertThat((double) peak / estimate.bytes())
        .as("peak of %,d bytes by %s", peak, estimate)
        .isBetween(1 / FACTOR, FACTOR);
  }

  @Test
  void a_table_of_which_steps_move_what_they_meet_has_no_gradient_as_large_as_itself() {
    Training all = Training.of(SasrecConfig.defaults()).withObjective(Objective.sampledSoftmax(10));
    Training met = all.withEmbeddingUpdates(EmbeddingUpdates.SPARSE);
    long gradient = 4L * 5_001 * SasrecConfig.defaults().width();
    assertThat(met.memory(longHistories()).weights())
        .isEqualTo(all.memory(longHistories()).weights() - gradient);
  }

  /** 60 users with 201 events each, 5,000 items. */
  static Sequences longHistories() {
    Catalogue catalogue =
        Catalogue.of(IntStream.range(0, 5_000).mapToObj(Integer::toString).toList(), Map.of());
    Random random = new Random(1);
    List<History> histories =
        IntStream.range(0, 60)
            .mapToObj(user -> History.untimed(catalogue, random.ints(201, 1, 5_001).toArray()))
            .toList();
    List<String> users = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
    return Sequences.of(catalogue, users, histories);
  }

  @Test
  void what_does_not_fit_is_told_before_it_starts_with_what_would() {
    Training large =
        Training.of(SasrecConfig.defaults()).withObjective(Objective.binaryCrossEntropy(100));
    Sequences data = longHistories();
    try (NDManager manager = NDManager.newBaseManager()) {
      MemoryCheck check =
          new MemoryCheck(() -> GIB / 8, 4096, MemoryProbe.of(large, data, manager));
      assertThatThrownBy(check::requireRoom)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll(
              "not enough memory",
              "a batch of 21 rows of length 200",
              "over 5,000 items",
              "free are 0.1 GiB",
              "withBatchSize(1024)",
              "withGradientAccumulation(4)");
      MemoryCheck nothing = new MemoryCheck(() -> 1000, 4096, MemoryProbe.of(large, data, manager));
      assertThatThrownBy(nothing::requireRoom).hasMessageContaining("no batch would fit");
    }
  }

  @Test
  void a_run_that_no_machine_has_memory_for_does_not_start() {
    Catalogue catalogue =
        Catalogue.of(IntStream.range(0, 200_000).mapToObj(Integer::toString).toList(), Map.of());
    History walk = History.untimed(catalogue, IntStream.rangeClosed(1, 201).toArray());
    List<String> users = IntStream.range(0, 3_000).mapToObj(Integer::toString).toList();
    Sequences many = Sequences.of(catalogue, users, Collections.nCopies(3_000, walk));
    Training allAtOnce =
        Training.of(SasrecConfig.defaults())
            .withObjective(Objective.binaryCrossEntropy(10_000))
            .withBatchSize(1_000_000);
    assertThatThrownBy(() -> allAtOnce.fit(many, unused -> 0, ProgressListener.SILENT))
        .hasMessageContainingAll(
            "not enough memory", "600,000 targets over 200,000 items", "would fit");
  }

  @Test
  void memory_that_runs_out_in_the_first_epoch_is_told_and_later_the_best_weights_are_kept() {
    Training training = KilledRun.TRAINING.withEpochs(3);
    int[] epochs = {0};
    try (TrainingRun run =
        training.fit(
            KilledRun.data(),
            recommender -> {
              if (++epochs[0] == 2) {
                exhaust();
              }
              return 1;
            },
            ProgressListener.SILENT)) {
      assertThat(run.ending()).isEqualTo(StopReason.OUT_OF_MEMORY);
      assertThat(run.bestEpoch()).isEqualTo(1);
    }
    assertThatThrownBy(
            () ->
                training.fit(
                    KilledRun.data(),
                    recommender -> {
                      exhaust();
                      return 1;
                    },
                    ProgressListener.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("memory ran out", "of length 6", "over 20 items", "would fit");
  }

  /** Asks the engine for more than any machine has. */
  private static void exhaust() {
    try (NDManager manager = NDManager.newBaseManager()) {
      manager.zeros(new Shape(1L << 50));
    }
  }

  @Test
  void clicks_are_estimated_too() {
    Clicks pairs = TinyClicks.everyPair(60, 60, (user, item) -> (user + item) % 2);
    ClickTraining training =
        ClickTraining.of(new DinConfig(64, 256, 50, 0)).withBatchRows(3600).withEpochs(1);
    MemoryEstimate estimate = training.memory(pairs);
    training.withBatchRows(10).fit(pairs, unused -> 0, ProgressListener.SILENT).close();
    long peak =
        NativeMemory.peakOf(
            () -> training.fit(pairs, unused -> 0, ProgressListener.SILENT).close());
    assertThat((double) peak / estimate.bytes()).isBetween(1 / FACTOR, FACTOR);
  }
}
