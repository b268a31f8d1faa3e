package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.training.optimizer.EmbeddingUpdates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * What is validated and handed out is a moving average of the weights; steps know nothing of it.
 */
class AveragingTest {

  /** One step per epoch, so that each step's weights are seen by a validation. */
  private static final Training STEP_BY_STEP =
      Training.of(SasrecConfig.defaults().withWidth(8).withLayers(1).withMaxLength(6))
          .withBatchSize(1_000)
          .withLearningRate(.05)
          .withEpochs(8);

  /** Keeps all weights it sees; the last are the best. */
  private static final class Watching implements ToDoubleFunction<Recommender> {
    private final List<Map<String, float[]>> seen = new ArrayList<>();

    @Override
    public double applyAsDouble(Recommender recommender) {
      seen.add(((NetworkRecommender) recommender).network().parameters().values());
      return seen.size();
    }
  }

  private static List<Map<String, float[]>> seen(Training training) {
    Watching watching = new Watching();
    try (TrainingRun run = training.fit(KilledRun.data(), watching, ProgressListener.SILENT)) {
      Map<String, float[]> last = watching.seen.get(watching.seen.size() - 1);
      run.parameters()
          .values()
          .forEach((name, values) -> assertThat(values).as(name).containsExactly(last.get(name)));
    }
    return watching.seen;
  }

  @Test
  void each_average_is_a_share_of_the_one_before_and_of_the_weights_of_the_step() {
    List<Map<String, float[]>> moving = seen(STEP_BY_STEP);
    List<Map<String, float[]>> averaged = seen(STEP_BY_STEP.withAveraging(.4));
    Map<String, float[]> before = atFirst();
    for (int step = 1; step <= moving.size(); step++) {
      double kept = Math.min(.4, (1.0 + step) / (10 + step));
      for (String name : before.keySet()) {
        float[] now = moving.get(step - 1).get(name);
        float[] average = averaged.get(step - 1).get(name);
        float[] last = before.get(name);
        for (int i = 0; i < now.length; i++) {
          assertThat(average[i])
              .as("%s after step %d", name, step)
              .isCloseTo((float) (kept * last[i] + (1 - kept) * now[i]), within(1e-5f));
        }
      }
      before = averaged.get(step - 1);
    }
  }

  private static Map<String, float[]> atFirst() {
    try (NDManager manager = NDManager.newBaseManager();
        Network fresh = STEP_BY_STEP.model().create(20, STEP_BY_STEP.seed(), manager)) {
      return fresh.parameters().values();
    }
  }

  @Test
  void the_average_takes_memory_once_more() {
    MemoryEstimate plain = STEP_BY_STEP.memory(KilledRun.data());
    MemoryEstimate averaged = STEP_BY_STEP.withAveraging(.9).memory(KilledRun.data());
    assertThat(averaged.weights() - plain.weights()).isEqualTo(4 * plain.parameters());
  }

  @Test
  void what_is_no_share_or_costs_too_much_is_refused() {
    assertThatThrownBy(() -> STEP_BY_STEP.withAveraging(1))
        .hasMessageContaining("below 1, found 1");
    assertThatThrownBy(() -> STEP_BY_STEP.withAveraging(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(
            () -> ShortRuns.BY_ROWS.withEmbeddingUpdates(EmbeddingUpdates.SPARSE).withAveraging(.9))
        .hasMessageContaining("EmbeddingUpdates.DENSE");
  }
}
