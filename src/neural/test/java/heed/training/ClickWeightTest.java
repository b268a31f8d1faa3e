package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.model.click.LogisticConfig;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a heavier click changes, and what it does not. */
class ClickWeightTest {

  private static final Clicks PLANTED = TinyClicks.parts(30, 20, 500).train();

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
