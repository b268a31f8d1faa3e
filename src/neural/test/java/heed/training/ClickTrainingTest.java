package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.model.click.ClickNetwork;
import heed.model.click.LogisticConfig;
import heed.model.click.TestedClickNetwork;
import heed.training.optimizer.Adam;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network that predicts clicks must show while it learns. */
class ClickTrainingTest {

  /** Neither user nor item says anything alone. */
  private static final Clicks PAIRS = TinyClicks.everyPair(5, 6, (user, item) -> (user + item) % 2);

  /** Only the item decides. */
  private static final Clicks ITEMS = TinyClicks.everyPair(5, 6, (user, item) -> item % 2);

  private static final Clicks PLANTED = TinyClicks.parts(30, 20, 500).train();

  @ParameterizedTest
  @EnumSource
  void five_users_are_learnt_by_heart(TestedClickNetwork tested) {
    Clicks known = tested.seesPairs() ? PAIRS : ITEMS;
    ProgressListener untilAllAreRight =
        progress -> {
          if (progress.validation() == known.size()) {
            Thread.currentThread().interrupt();
          }
        };
    try (ClickRun run =
        ClickTraining.of(tested.config(0))
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

  @ParameterizedTest
  @EnumSource
  void the_same_seed_gives_the_same_weights_bit_for_bit_and_another_others(
      TestedClickNetwork tested) {
    Map<String, float[]> first = weights(tested, 7);
    Map<String, float[]> again = weights(tested, 7);
    first.forEach((name, values) -> assertThat(again.get(name)).as(name).containsExactly(values));
    String any = first.keySet().stream().filter(name -> name.endsWith("codes")).findAny().get();
    assertThat(weights(tested, 8).get(any)).isNotEqualTo(first.get(any));
  }

  private static Map<String, float[]> weights(TestedClickNetwork tested, long seed) {
    ClickTraining brief =
        ClickTraining.of(tested.config(0.5)).withBatchRows(64).withEpochs(2).withSeed(seed);
    try (ClickRun run = brief.fit(PLANTED, unused -> 0, ProgressListener.SILENT)) {
      return run.predictor().network().parameters().values();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_parameter_is_learnt_and_padding_is_not(TestedClickNetwork tested) {
    Map<String, float[]> trained = weights(tested, 1);
    try (NDManager manager = NDManager.newBaseManager();
        ClickNetwork fresh = tested.config(0.5).create(PLANTED.schema(), 1, manager)) {
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

  @ParameterizedTest
  @EnumSource
  void steps_leave_no_native_array_behind(TestedClickNetwork tested) {
    ClickBatch batch = ClickBatch.of(PLANTED, 6);
    try (NDManager manager = NDManager.newBaseManager();
        ClickNetwork network = tested.config(0.5).create(PLANTED.schema(), 1, manager);
        Adam adam = new Adam(Adam.Settings.defaults(), network.parameters(), manager)) {
      ClickStep step = new ClickStep(network, 1, manager);
      step.run(batch, 1);
      adam.step(1, 1);
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 5; i++) {
        step.run(batch, 1);
        adam.step(1, 1);
      }
      Map<String, NDArray> arrays = network.parameters().arrays();
      assertThat(arrays.values().iterator().next().getManager().getManagedArrays())
          .hasSize(arrays.size());
    }
  }

  @Test
  void a_heavier_click_changes_what_mistakes_cost_and_not_how_often_clicks_are_expected() {
    double rate = (double) PLANTED.clicks() / PLANTED.size();
    ClickTraining heavy =
        ClickTraining.of(new LogisticConfig(6)).withClickWeight(8).withLearningRate(.02);
    try (ClickRun run =
        heavy
            .withBatchRows(64)
            .withEpochs(20)
            .withPatience(20)
            .fit(PLANTED, unused -> 0, ProgressListener.SILENT)) {
      double[] first = run.predictor().chances(PLANTED); // of epoch 1, the first of equals
      assertThat(run.bestEpoch()).isEqualTo(1);
      assertThat(Arrays.stream(first).average().orElseThrow()).isLessThan(rate);
    }
    double[] epoch = {0};
    try (ClickRun run =
        heavy
            .withBatchRows(64)
            .withEpochs(20)
            .fit(PLANTED, unused -> ++epoch[0], ProgressListener.SILENT)) {
      double[] learnt = run.predictor().chances(PLANTED);
      assertThat(Arrays.stream(learnt).average().orElseThrow()).isCloseTo(rate, within(.05));
    }
    assertThatThrownBy(() -> heavy.withClickWeight(0)).hasMessageContaining("above 0");
  }
}
