package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import heed.batch.Batches;
import heed.batch.ComputeDevice;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.objective.Objective;
import heed.training.optimizer.Adam;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a GPU computes is what a CPU computes. Skipped where the engine finds no GPU; where it finds
 * one, all other tests run on it, too.
 */
class GpuTest {

  private static final Sequences DATA = KilledRun.data();

  @TempDir private Path folder;

  @BeforeEach
  void needsAGpu() {
    assumeTrue(ComputeDevice.select().device().isGpu(), "there is no GPU");
  }

  @ParameterizedTest
  @EnumSource
  void every_network_learns_on_a_gpu_what_it_learns_on_the_cpu(TestedNetwork tested) {
    Learnt gpu = learn(tested, Device.gpu());
    Learnt cpu = learn(tested, Device.cpu());
    assertThat(gpu.losses).containsExactly(cpu.losses, within(1e-4f));
    for (int row = 0; row < cpu.scores.length; row++) {
      assertThat(gpu.scores[row]).containsExactly(cpu.scores[row], within(2e-3f));
    }
  }

  /**
   * What some steps lead to.
   *
   * @param losses of each step
   * @param scores of three histories afterwards
   */
  private record Learnt(float[] losses, float[][] scores) {}

  private static Learnt learn(TestedNetwork tested, Device device) {
    PaddedBatch batch =
        new Batches(DATA, tested.config(0).task(), 6, 40).epoch(new Random(1)).get(0);
    try (NDManager manager = NDManager.newBaseManager(device);
        Network network = tested.config(0).create(20, 1, manager);
        Adam adam = new Adam(Adam.Settings.defaults(), network.parameters(), manager)) {
      TrainingStep step = new TrainingStep(Objective.fullCrossEntropy(), network, manager);
      float[] losses = new float[5];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = step.run(batch, Negatives.NONE, 1);
        adam.step(1, 1);
      }
      return new Learnt(
          losses, new NetworkRecommender(network, DATA.catalogue(), manager).score(histories()));
    }
  }

  private static List<History> histories() {
    return IntStream.range(0, 3).mapToObj(DATA::history).toList();
  }

  @ParameterizedTest
  @EnumSource
  void weights_saved_on_a_gpu_answer_the_same_on_the_cpu(TestedNetwork tested) throws Exception {
    Path file = folder.resolve("weights.safetensors");
    int[] targets = {1, 2, 3};
    try (TrainingRun run =
            Training.of(tested.config(0.2))
                .withEpochs(3)
                .fit(DATA, unused -> 0, ProgressListener.SILENT);
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        NetworkRecommender onCpu = saved(run, file, manager)) {
      assertThat(run.device()).startsWith("GPU");
      float[][] expected = onCpu.score(histories());
      float[][] found = run.recommender().score(histories());
      for (int row = 0; row < found.length; row++) {
        assertThat(found[row]).containsExactly(expected[row], within(1e-4f));
      }
      assertThat(above(run.recommender().targetRanks(histories(), targets, Seen.EXCLUDED, 3)))
          .isEqualTo(above(onCpu.targetRanks(histories(), targets, Seen.EXCLUDED, 3)));
    }
  }

  private static NetworkRecommender saved(TrainingRun run, Path file, NDManager manager)
      throws IOException {
    run.recommender().save(file);
    return NetworkRecommender.load(file, DATA.catalogue(), manager);
  }

  private static List<Integer> above(List<TargetRank> places) {
    return places.stream().map(TargetRank::above).toList();
  }

  @Test
  void a_thousand_steps_hold_no_more_of_the_gpus_memory_than_a_hundred() {
    long[] free = new long[100];
    int[] epoch = {0};
    KilledRun.TRAINING
        .withEpochs(free.length) // Of 12 steps.
        .withPatience(free.length)
        .fit(
            DATA,
            recommender -> {
              free[epoch[0]++] = ComputeDevice.select().freeBytes();
              return KilledRun.validation().applyAsDouble(recommender);
            },
            ProgressListener.SILENT)
        .close();
    assertThat(free[free.length - 1]).isGreaterThanOrEqualTo(free[10]);
  }

  @ParameterizedTest
  @MethodSource("heed.training.MemoryEstimateTest#trainings")
  void what_a_training_takes_of_the_gpus_memory_is_what_was_estimated(Training training) {
    Sequences data = MemoryEstimateTest.longHistories();
    KilledRun.TRAINING
        .withEpochs(1)
        .fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)
        .close(); // The engine itself is in memory before anything is measured.
    JniUtils.emptyCudaCache();
    long before = ComputeDevice.select().freeBytes();
    training.fit(data, unused -> 0, ProgressListener.SILENT).close();
    long taken = before - ComputeDevice.select().freeBytes(); // It gives nothing back by itself.
    MemoryEstimate estimate = training.memory(data);
    assertThat((double) taken / estimate.bytes())
        .as("%,d bytes by %s", taken, estimate)
        .isBetween(0.5, 2.0);
  }
}
