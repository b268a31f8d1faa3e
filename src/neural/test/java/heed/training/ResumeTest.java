package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.layer.Parameters;
import heed.training.checkpoint.Checkpoints;
import heed.training.optimizer.SparseUpdateRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 12, 20, 30})
  void a_stopped_run_over_sequences_goes_on_to_the_same_weights(int batches) {
    assertGoesOn(ShortRuns.SEQUENCES, batches);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 20})
  void a_stopped_run_that_moves_only_the_items_it_meets_goes_on_to_the_same_weights(int batches) {
    assertGoesOn(ShortRuns.BY_ROWS, batches);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 20})
  void a_stopped_run_that_averages_its_weights_goes_on_to_the_same_average(int batches) {
    assertGoesOn(ShortRuns.SEQUENCES.withAveraging(.9), batches);
  }

  private void assertGoesOn(Training training, int batches) {
    Function<NDManager, IntFunction<MemoryEstimate>> memory =
        manager -> MemoryProbe.of(training, KilledRun.data(), manager);
    Function<NDManager, TrainingTask<TrainingRun>> learner =
        manager ->
            new SequenceTrainingTask(
                training, KilledRun.data(), KilledRun.validation(), Optional.empty(), manager);
    try (TrainingRun stopped = run(training, memory, learner, batches);
        TrainingRun resumed = run(training, memory, learner, Integer.MAX_VALUE);
        TrainingRun whole =
            training.fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      assertThat(stopped.ending()).isEqualTo(StopReason.INTERRUPTED);
      assertSame(resumed, whole);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5, 9})
  void a_stopped_run_over_clicks_goes_on_to_the_same_weights(int batches) {
    Function<NDManager, IntFunction<MemoryEstimate>> memory =
        manager -> MemoryProbe.of(ShortRuns.CLICKS.model(), ShortRuns.PAIRS, manager);
    Function<NDManager, TrainingTask<ClickRun>> learner =
        manager -> new ClickTrainingTask(ShortRuns.CLICKS, ShortRuns.PAIRS, unused -> 0, manager);
    try (ClickRun stopped = run(ShortRuns.CLICKS, memory, learner, batches);
        ClickRun resumed = run(ShortRuns.CLICKS, memory, learner, Integer.MAX_VALUE);
        ClickRun whole =
            ShortRuns.CLICKS.fit(ShortRuns.PAIRS, unused -> 0, ProgressListener.SILENT)) {
      assertThat(stopped.ending()).isEqualTo(StopReason.INTERRUPTED);
      assertSame(resumed, whole);
    }
  }

  /** Trains with checkpoints, and stops after so many batches. */
  private <R> R run(
      TrainingSettings<?> asked,
      Function<NDManager, IntFunction<MemoryEstimate>> memory,
      Function<NDManager, TrainingTask<R>> learner,
      int batches) {
    return new TrainingLoop(
            asked.optimizer(),
            asked.limits(),
            asked.seed(),
            ProgressListener.SILENT,
            Optional.of(Checkpoints.in(folder)))
        .run(memory, manager -> new Stopping<>(learner.apply(manager), batches));
  }

  private static void assertSame(Run resumed, Run whole) {
    Map<String, float[]> expected = whole.parameters().values();
    resumed
        .parameters()
        .values()
        .forEach((name, values) -> assertThat(values).as(name).containsExactly(expected.get(name)));
    assertThat(resumed.curve())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(whole.curve());
    assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
  }

  /** Interrupts the run after so many batches. */
  private static final class Stopping<R> implements TrainingTask<R> {
    private final TrainingTask<R> learner;
    private int left;

    Stopping(TrainingTask<R> learner, int batches) {
      this.learner = learner;
      this.left = batches;
      if (left == 0) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Parameters parameters() {
      return learner.parameters();
    }

    @Override
    public Optional<SparseUpdateRows> met() {
      return learner.met();
    }

    @Override
    public Map<String, String> decisive() {
      return learner.decisive();
    }

    @Override
    public List<Step> epoch(Random random) {
      List<Step> steps = new ArrayList<>();
      for (Step step : learner.epoch(random)) {
        steps.add(
            new Step() {
              @Override
              public int targets() {
                return step.targets();
              }

              @Override
              public float take(double share) {
                if (--left == 0) {
                  Thread.currentThread().interrupt();
                }
                return step.take(share);
              }
            });
      }
      return steps;
    }

    @Override
    public double validation() {
      return learner.validation();
    }

    @Override
    public R result(TrainingResult outcome) {
      return learner.result(outcome);
    }
  }

  @Test
  void a_finished_run_is_given_back_at_once_and_may_be_given_more_epochs() {
    fit(ShortRuns.SEQUENCES).close();
    int[] steps = {0};
    ProgressListener counting = progress -> steps[0] += progress.endOfEpoch() ? 0 : 1;
    try (TrainingRun again =
            ShortRuns.SEQUENCES.fit(
                KilledRun.data(),
                unused -> {
                  throw new AssertionError("nothing is left to be judged");
                },
                counting,
                Checkpoints.in(folder));
        TrainingRun longer = fit(ShortRuns.SEQUENCES.withEpochs(5));
        TrainingRun whole =
            ShortRuns.SEQUENCES
                .withEpochs(5)
                .fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      assertThat(steps[0]).isZero();
      assertThat(again.curve()).hasSize(3);
      assertThat(again.ending()).isEqualTo(StopReason.ALL_EPOCHS);
      assertSame(longer, whole);
    }
  }

  private TrainingRun fit(Training training) {
    return training.fit(
        KilledRun.data(),
        KilledRun.validation(),
        ProgressListener.SILENT,
        Checkpoints.in(folder).withEvery(Duration.ofHours(1)));
  }
}
