package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.model.click.DinConfig;
import heed.training.optimizer.EmbeddingUpdates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What steps and answers leave behind in native memory. Arrays are counted elsewhere; here are
 * bytes, which tell also of a handle or a buffer that no array counts.
 *
 * <p>Compiling Java takes and gives back megabytes at any moment. So it is asked how much a typical
 * stretch of the way adds: compilers disturb some stretches, a leak adds to all.
 */
class NativeBytesTest {

  private static final int STEPS = 1_000;

  /** The smallest array takes more. */
  private static final long BYTES_A_STEP = 200;

  /** How many epochs lie between two counts, each of which collects all garbage. */
  private static final int STRETCH = 4;

  private static final int WARM_UP = 25;

  @ParameterizedTest
  @EnumSource
  void a_thousand_steps_over_sequences_leave_as_many_native_bytes_as_ten(EmbeddingUpdates items) {
    int epochs = 85; // Of 12 steps.
    int[] epoch = {0};
    List<Long> held = new ArrayList<>();
    Training often =
        KilledRun.TRAINING.withEmbeddingUpdates(items).withEpochs(epochs).withPatience(epochs);
    often
        .withEpochs(WARM_UP)
        .fit(KilledRun.data(), unused -> 0, ProgressListener.SILENT)
        .close(); // Compiles most.
    often
        .fit(
            KilledRun.data(),
            recommender -> {
              if (epoch[0]++ % STRETCH == 0) {
                held.add(NativeMemory.allocated());
              }
              return KilledRun.validation().applyAsDouble(recommender);
            },
            ProgressListener.SILENT)
        .close();
    assertNothingIsLeft(held);
  }

  @Test
  void a_thousand_steps_over_clicks_leave_as_many_native_bytes_as_ten() {
    int epochs = 106; // Of 10 steps.
    int[] epoch = {0};
    Clicks pairs = TinyClicks.everyPair(5, 6, (user, item) -> (user + item) % 2);
    List<Long> held = new ArrayList<>();
    ClickTraining often =
        ClickTraining.of(new DinConfig(8, 16, 5, 0.4f))
            .withBatchRows(3)
            .withEpochs(epochs)
            .withPatience(epochs);
    often
        .withEpochs(WARM_UP)
        .fit(pairs, unused -> 0, ProgressListener.SILENT)
        .close(); // Compiles most.
    often
        .fit(
            pairs,
            predictor -> {
              if (epoch[0]++ % STRETCH == 0) {
                held.add(NativeMemory.allocated());
              }
              return predictor.chances(pairs)[0];
            },
            ProgressListener.SILENT)
        .close();
    assertNothingIsLeft(held);
  }

  /** From the first epoch, after ten steps, to the last, after a thousand. */
  private static void assertNothingIsLeft(List<Long> held) {
    int stretches = held.size() - 1;
    long[] added =
        IntStream.range(0, stretches)
            .mapToLong(stretch -> held.get(stretch + 1) - held.get(stretch))
            .sorted()
            .toArray();
    assertThat(added[stretches / 2] * stretches)
        .as(
            "bytes that typical stretches add up to in %,d steps; added in each: %s",
            STEPS, Arrays.toString(added))
        .isLessThan(BYTES_A_STEP * STEPS);
  }
}
