package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.attention.Parameters;
import heed.clicks.Clicks;
import heed.clicks.TinyClicks;
import heed.model.DinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final Training SEQUENCES = KilledRun.TRAINING.withEpochs(3);

  private static final Clicks PAIRS = TinyClicks.everyPair(5, 6, (user, item) -> (user + item) % 2);

  private static final ClickTraining CLICKS =
      ClickTraining.of(new DinConfig(8, 16, 5, 0.4f))
          .withWeightDecay(0.1)
          .withBatchRows(7)
          .withEpochs(3);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 12, 20, 30})
  void a_stopped_run_over_sequences_goes_on_to_the_same_weights(int batches) {
    try (TrainingRun stopped = sequences(batches);
        TrainingRun resumed = sequences(Integer.MAX_VALUE);
        TrainingRun whole =
            SEQUENCES.fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      assertThat(stopped.ending()).isEqualTo(Ending.INTERRUPTED);
      assertSame(
          resumed.recommender().network().parameters(), whole.recommender().network().parameters());
      assertSame(resumed.curve(), whole.curve());
      assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
    }
  }

  private TrainingRun sequences(int batches) {
    return loop(SEQUENCES.optimiser(), SEQUENCES.limits(), SEQUENCES.seed())
        .run(
            (targets, manager) -> MemoryProbe.of(SEQUENCES, KilledRun.data(), targets, manager),
            manager ->
                new Stopping<>(
                    new SequenceLearner(
                        SEQUENCES, KilledRun.data(), KilledRun.validation(), manager),
                    batches));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5, 9})
  void a_stopped_run_over_clicks_goes_on_to_the_same_weights(int batches) {
    try (ClickRun stopped = clicks(batches);
        ClickRun resumed = clicks(Integer.MAX_VALUE);
        ClickRun whole = CLICKS.fit(PAIRS, unused -> 0, ProgressListener.SILENT)) {
      assertThat(stopped.ending()).isEqualTo(Ending.INTERRUPTED);
      assertSame(
          resumed.predictor().network().parameters(), whole.predictor().network().parameters());
      assertSame(resumed.curve(), whole.curve());
    }
  }

  private ClickRun clicks(int batches) {
    return loop(CLICKS.optimiser(), CLICKS.limits(), CLICKS.seed())
        .run(
            (rows, manager) -> MemoryProbe.of(CLICKS.model(), PAIRS, rows, manager),
            manager ->
                new Stopping<>(new ClickLearner(CLICKS, PAIRS, unused -> 0, manager), batches));
  }

  private TrainingLoop loop(Optimiser optimiser, Limits limits, long seed) {
    return new TrainingLoop(
        optimiser, limits, seed, ProgressListener.SILENT, Optional.of(Checkpoints.in(folder)));
  }

  private static void assertSame(Parameters resumed, Parameters whole) {
    Map<String, float[]> expected = whole.values();
    resumed
        .values()
        .forEach((name, values) -> assertThat(values).as(name).containsExactly(expected.get(name)));
  }

  private static void assertSame(List<Epoch> resumed, List<Epoch> whole) {
    assertThat(resumed).usingRecursiveComparison().ignoringFields("seconds").isEqualTo(whole);
  }

  /** Interrupts the run after so many batches. */
  private static final class Stopping<R> implements Learner<R> {
    private final Learner<R> learner;
    private int left;

    Stopping(Learner<R> learner, int batches) {
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
    public R result(Outcome outcome) {
      return learner.result(outcome);
    }
  }

  @Test
  void a_finished_run_is_given_back_at_once_and_may_be_given_more_epochs() {
    fit(SEQUENCES).close();
    int[] steps = {0};
    ProgressListener counting = progress -> steps[0] += progress.endOfEpoch() ? 0 : 1;
    try (TrainingRun again =
            SEQUENCES.fit(
                KilledRun.data(),
                unused -> {
                  throw new AssertionError("nothing is left to be judged");
                },
                counting,
                Checkpoints.in(folder));
        TrainingRun longer = fit(SEQUENCES.withEpochs(5));
        TrainingRun whole =
            SEQUENCES
                .withEpochs(5)
                .fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      assertThat(steps[0]).isZero();
      assertThat(again.curve()).hasSize(3);
      assertThat(again.ending()).isEqualTo(Ending.ALL_EPOCHS);
      assertSame(
          longer.recommender().network().parameters(), whole.recommender().network().parameters());
    }
  }

  private TrainingRun fit(Training training) {
    return training.fit(
        KilledRun.data(),
        KilledRun.validation(),
        ProgressListener.SILENT,
        Checkpoints.in(folder).withEvery(Duration.ofHours(1)));
  }

  @Test
  void another_run_is_named_with_what_differs() {
    fit(SEQUENCES.withEpochs(1)).close();
    assertThatThrownBy(() -> fit(SEQUENCES.withSeed(2)))
        .hasMessageContainingAll("of another run", "seed is 1", "asked for is 2", "another folder");
    assertThatThrownBy(() -> fit(SEQUENCES.withLearningRate(0.5)))
        .hasMessageContainingAll("optimiser is", "rate=0.5");
    assertThatThrownBy(() -> fit(SEQUENCES.withObjective(Objective.fullCrossEntropy())))
        .hasMessageContaining("objective is SampledSoftmax");
    assertThatThrownBy(() -> CLICKS.fit(PAIRS, unused -> 0, ProgressListener.SILENT, here()))
        .hasMessageContaining("of another run");
  }

  private Checkpoints here() {
    return Checkpoints.in(folder);
  }

  @Test
  void a_damaged_or_truncated_checkpoint_is_named_as_such() throws IOException {
    fit(SEQUENCES.withEpochs(1)).close();
    Path file = folder.resolve("checkpoint.safetensors");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 7, 8, 9, 200, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertNamed("cut off at " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertNamed("a byte too many");
    for (int at = 0; at < whole.length; at += 1 + whole.length / 200) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertNamed("byte " + at + " of another value");
    }
    Files.write(file, whole);
    fit(SEQUENCES.withEpochs(1)).close();
  }

  private void assertNamed(String damage) {
    assertThat(catchThrowable(() -> fit(SEQUENCES.withEpochs(1))))
        .as(damage)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("checkpoint.safetensors")
        .hasMessageMatching("(?s).*(begins anew|begin anew|another folder).*");
  }

  @Test
  void what_is_no_checkpoint_or_of_another_version_is_named_as_such() throws IOException {
    Path file = folder.resolve("checkpoint.safetensors");
    Files.writeString(file, "userId,movieId,rating\n1,1,4.0\n");
    assertThatThrownBy(() -> fit(SEQUENCES)).hasMessageContaining("no safetensors header");
    new TensorFile(Map.of("format", "heed checkpoint 2"), Map.of()).write(file);
    assertThatThrownBy(() -> fit(SEQUENCES))
        .hasMessageContainingAll("'heed checkpoint 2'", "'heed checkpoint 1'");
    new TensorFile(Map.of("format", "heed checkpoint 1"), Map.of()).write(file);
    assertNamed("a checkpoint that tells nothing");
    Files.write(file, "\0\0\0\0\0\0\0\0{}".getBytes(StandardCharsets.UTF_8));
    assertNamed("a header of length 0");
  }

  @Test
  void parts_of_a_killed_writing_are_removed() throws IOException {
    Path part = Files.writeString(folder.resolve("unfinished123.part"), "half of");
    fit(SEQUENCES.withEpochs(1)).close();
    assertThat(part).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              folder.resolve("checkpoint.safetensors"), folder.resolve("in-use.lock"));
    }
  }

  @Test
  void a_checkpoint_is_read_by_another_reader_of_safetensors() throws IOException {
    try (TrainingRun run = fit(SEQUENCES.withEpochs(1));
        NDManager manager = NDManager.newBaseManager();
        InputStream in = Files.newInputStream(folder.resolve("checkpoint.safetensors"))) {
      Map<String, float[]> best = run.recommender().network().parameters().values();
      NDList read = NDList.decode(manager, in);
      assertThat(read).hasSize(4 * best.size());
      read.stream()
          .filter(array -> array.getName().startsWith("best."))
          .forEach(
              array ->
                  assertThat(array.toFloatArray())
                      .containsExactly(best.get(array.getName().substring("best.".length()))));
    }
  }

  @Test
  void a_resumable_generator_draws_what_that_of_java_does() {
    ResumableRandom ours = new ResumableRandom(-5);
    Random theirs = new Random(-5);
    long state = 0;
    for (int i = 1; i < 100; i++) {
      state = i == 50 ? ours.state() : state;
      assertThat(ours.nextInt(i)).isEqualTo(theirs.nextInt(i));
      assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
      assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
    }
    ResumableRandom resumed = new ResumableRandom(1);
    resumed.resume(state);
    Random from = new Random(-5);
    for (int i = 1; i < 50; i++) {
      from.nextInt(i);
      from.nextDouble();
      from.nextLong();
    }
    assertThat(resumed.nextInt(50)).isEqualTo(from.nextInt(50));
  }
}
