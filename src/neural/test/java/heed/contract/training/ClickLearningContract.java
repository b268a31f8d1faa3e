package heed.contract.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.ClickBatch;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.contract.attention.LeftArrays;
import heed.contract.clicks.ClickLogs;
import heed.contract.model.ClickNetworkUnderTest;
import heed.model.Purpose;
import heed.model.click.ClickInput;
import heed.model.click.ClickNetwork;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import heed.training.StopReason;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every network that predicts clicks must show while it learns. */
public interface ClickLearningContract extends ClickNetworkUnderTest {

  /** Neither user nor item says anything alone. */
  Clicks PAIRS = ClickLogs.everyPair(5, 6, (user, item) -> (user + item) % 2);

  /** Only the item decides. */
  Clicks ITEMS = ClickLogs.everyPair(5, 6, (user, item) -> item % 2);

  /** A planted log with features of all kinds. */
  Clicks PLANTED = ClickLogs.parts(30, 20, 500).train();

  @Test
  default void five_users_are_learnt_by_heart() {
    Clicks known = seesPairs() ? PAIRS : ITEMS;
    ProgressListener untilAllAreRight =
        progress -> {
          if (progress.validation() == known.size()) {
            Thread.currentThread().interrupt();
          }
        };
    try (ClickRun run =
        ClickTraining.of(config(0))
            .withBatchRows(10)
            .withLearningRate(0.02)
            .withPatience(1000)
            .withEpochs(1000)
            .fit(known, predictor -> right(predictor, known), untilAllAreRight)) {
      assertThat(run.bestValidation()).isEqualTo(30);
      assertThat(run.ending()).isEqualTo(StopReason.INTERRUPTED);
      assertThat(right(run.predictor(), known)).as("the best weights are kept").isEqualTo(30);
    }
  }

  private static double right(ClickPredictor predictor, Clicks clicks) {
    double[] chances = predictor.chances(clicks);
    double right = 0;
    for (int row = 0; row < chances.length; row++) {
      right += chances[row] > .5 == clicks.clicked(row) ? 1 : 0;
    }
    return right;
  }

  @Test
  default void the_same_seed_gives_the_same_weights_bit_for_bit_and_another_others() {
    Map<String, float[]> first = weights(7);
    Map<String, float[]> again = weights(7);
    first.forEach((name, values) -> assertThat(again.get(name)).as(name).containsExactly(values));
    Map<String, float[]> other = weights(8);
    assertThat(first.keySet())
        .as("parameters under another seed")
        .allSatisfy(name -> assertThat(other.get(name)).isNotEqualTo(first.get(name)));
  }

  private Map<String, float[]> weights(long seed) {
    ClickTraining brief =
        ClickTraining.of(config(0.5)).withBatchRows(64).withEpochs(2).withSeed(seed);
    try (ClickRun run = brief.fit(PLANTED, unused -> 0, ProgressListener.SILENT)) {
      return run.predictor().network().parameters().values();
    }
  }

  @Test
  default void every_parameter_is_learnt_and_padding_is_not() {
    Map<String, float[]> trained = weights(1);
    try (NDManager manager = NDManager.newBaseManager();
        ClickNetwork fresh = config(0.5).create(PLANTED.schema(), 1, manager)) {
      Map<String, float[]> initial = fresh.parameters().values();
      trained.forEach(
          (name, values) -> assertThat(values).as(name).isNotEqualTo(initial.get(name)));
      int rows = PLANTED.schema().items().rows();
      trained.forEach(
          (name, values) -> {
            if (name.endsWith("items.codes") || name.endsWith("history")) {
              int width = values.length / rows;
              assertThat(Arrays.copyOf(values, width))
                  .as(name)
                  .containsExactly(Arrays.copyOf(initial.get(name), width));
            }
          });
    }
  }

  @Test
  default void a_pass_forward_and_back_leaves_no_native_array_behind() {
    ClickBatch batch = ClickBatch.of(PLANTED, LENGTH);
    try (NDManager manager = NDManager.newBaseManager();
        ClickNetwork network = config(0.5).create(PLANTED.schema(), 1, manager)) {
      Map<String, NDArray> arrays = network.parameters().arrays();
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        try (NDManager step = manager.newSubManager();
            GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          ClickInput input = ClickInput.of(step, batch, network.schema());
          collector.backward(network.predict(input, Purpose.TRAINING).logits().square().sum());
        }
      }
      LeftArrays.assertNone(arrays);
    }
  }
}
