package heed.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.batch.NegativeDistribution;
import heed.model.ModelConfig;
import heed.model.click.DinConfig;
import heed.model.sequential.SasrecConfig;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.objective.BinaryCrossEntropy;
import heed.training.objective.Bpr;
import heed.training.objective.BprMax;
import heed.training.objective.Objective;
import heed.training.objective.SampledSoftmax;
import heed.training.objective.Top1Max;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that moves only the items it meets, beside one that moves all. */
class ItemStepsTest {

  private static final NegativeDistribution UNIFORM = new NegativeDistribution.Uniform();
  private static final Objective FEW = new SampledSoftmax(3, UNIFORM);
  private static final int WIDTH = 8;

  /** So that a gradient's length counts, and one that is nothing but rounding does not. */
  private static final Adam.Settings LARGE_EPSILON =
      new Adam.Settings(0.01f, 0.9f, 0.98f, 1e-3f, 0);

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList(), Map.of());

  /** Two users of one batch, who know items 1 to 6. */
  private static final Sequences TWO =
      Sequences.of(
          TWENTY,
          List.of("a", "b"),
          List.of(History.untimed(TWENTY, 1, 2, 3, 4), History.untimed(TWENTY, 5, 2, 6)));

  static Stream<Objective> sampled() {
    return Stream.of(
        FEW,
        new BinaryCrossEntropy(2, 0.75),
        new Bpr(2),
        new BprMax(3, new NegativeDistribution.Popularity(1), 0.5),
        new Top1Max(3, new NegativeDistribution.Mixed(0.5)));
  }

  @ParameterizedTest
  @MethodSource("sampled")
  void with_every_objective_the_first_step_is_that_of_Adam(Objective objective) {
    Training training = training(sasrec()).withObjective(objective).withEpochs(1);
    assertSame(weights(training), weights(training.withEmbeddingUpdates(EmbeddingUpdates.SPARSE)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTEREST_CONTENT")
  void with_every_network_the_first_step_is_that_of_Adam(TestedNetwork tested) {
    Training training = training(tested.config(0)).withObjective(FEW).withEpochs(1);
    assertSame(weights(training), weights(training.withEmbeddingUpdates(EmbeddingUpdates.SPARSE)));
  }

  @Test
  void where_each_step_meets_every_item_a_run_is_that_of_Adam() {
    Training training =
        training(sasrec())
            .withObjective(new SampledSoftmax(400, UNIFORM))
            .withEpochs(20)
            .withOptimizer(Optimizer.defaults().withAdam(LARGE_EPSILON));
    assertSame(weights(training), weights(training.withEmbeddingUpdates(EmbeddingUpdates.SPARSE)));
  }

  @Test
  void an_item_that_is_never_met_again_rests_and_with_Adam_drifts_on() {
    // Items 1 to 6 are met at every step, the others as negatives now and then.
    Training once = training(sasrec()).withObjective(FEW).withEpochs(1);
    Training twice = once.withEpochs(2);
    float[] start = items(weights(once.withLearningRate(1e-30)));
    int moved = movedThenRested(start, items(weights(once)), items(weights(twice)));
    int rested =
        movedThenRested(
            start,
            items(weights(once.withEmbeddingUpdates(EmbeddingUpdates.SPARSE))),
            items(weights(twice.withEmbeddingUpdates(EmbeddingUpdates.SPARSE))));
    assertThat(moved).isZero();
    assertThat(rested).isPositive();
  }

  /** How many items the first step moved and the second did not. */
  private static int movedThenRested(float[] start, float[] first, float[] second) {
    return (int)
        IntStream.rangeClosed(7, 20)
            .filter(item -> differ(start, first, item) && !differ(first, second, item))
            .count();
  }

  private static boolean differ(float[] some, float[] others, int item) {
    return !Arrays.equals(
        some, item * WIDTH, (item + 1) * WIDTH, others, item * WIDTH, (item + 1) * WIDTH);
  }

  @Test
  void two_batches_of_a_step_give_the_step_of_both_together() {
    Objective each = new BinaryCrossEntropy(1, 0);
    Training training = training(sasrec()).withObjective(each).withEpochs(1).withBatchSize(2);
    Optimizer both = training.optimizer().withGradientAccumulation(2);
    assertSame(
        weights(training.withOptimizer(both)),
        weights(training.withOptimizer(both.withItems(EmbeddingUpdates.SPARSE))));
  }

  @Test
  void long_gradients_are_shortened_alike() {
    Training training = training(sasrec()).withObjective(FEW).withEpochs(1);
    Optimizer shortening = training.optimizer().withGradientClipNorm(1e-4).withAdam(LARGE_EPSILON);
    assertSame(
        weights(training.withOptimizer(shortening)),
        weights(training.withOptimizer(shortening.withItems(EmbeddingUpdates.SPARSE))));
  }

  @Test
  void the_same_seed_gives_the_same_weights_bit_for_bit() {
    Training training =
        training(sasrec())
            .withObjective(FEW)
            .withEpochs(5)
            .withEmbeddingUpdates(EmbeddingUpdates.SPARSE);
    Map<String, float[]> first = weights(training);
    weights(training)
        .forEach((name, values) -> assertThat(values).as(name).containsExactly(first.get(name)));
  }

  @Test
  void it_is_refused_where_no_item_can_be_left_out() {
    assertThatThrownBy(() -> Training.of(sasrec()).withEmbeddingUpdates(EmbeddingUpdates.SPARSE))
        .hasMessageContaining("full cross-entropy meets every item")
        .hasMessageContaining("Objective.sampledSoftmax");
    assertThatThrownBy(
            () ->
                ClickTraining.of(new DinConfig(8, 16, 5, 0))
                    .withOptimizer(Optimizer.defaults().withItems(EmbeddingUpdates.SPARSE)))
        .hasMessageContaining("EmbeddingUpdates.DENSE");
  }

  private static SasrecConfig sasrec() {
    return SasrecConfig.defaults().withWidth(WIDTH).withMaxLength(6).withDropout(0.3);
  }

  private static Training training(ModelConfig config) {
    return Training.of(config).withBatchSize(10).withLearningRate(0.01).withPatience(1000);
  }

  private static Map<String, float[]> weights(Training training) {
    double[] better = {0};
    try (TrainingRun run = training.fit(TWO, unused -> better[0]++, ProgressListener.SILENT)) {
      return run.parameters().values();
    }
  }

  private static float[] items(Map<String, float[]> weights) {
    return weights.get("items");
  }

  private static void assertSame(Map<String, float[]> all, Map<String, float[]> met) {
    all.forEach(
        (name, values) ->
            assertThat(met.get(name)).as(name).containsExactly(values, within(1e-5f)));
  }
}
