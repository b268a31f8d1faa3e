package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.model.NetworkRecommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

  private static final int KILLS = 10;
  private static final int EPOCHS_A_KILL = 4;
  private static final int STEPS_AN_EPOCH = 12;

  @TempDir private Path folder;

  /**
   * The points are drawn from a seed: an epoch, and how many checkpoints after its end. Where in a
   * step, or in the writing of the next checkpoint, the signal then meets the process is left to
   * the system; that it meets a running one is not, since the process waits two epochs later.
   */
  @Test
  void a_run_killed_ten_times_ends_with_the_weights_of_one_that_was_not() throws Exception {
    Random random = new Random(1);
    for (int kill = 0; kill < KILLS; kill++) {
      int epoch = EPOCHS_A_KILL * kill + 1 + random.nextInt(2);
      try (OtherJvm run = KilledRun.start(folder, epoch + 2)) {
        run.awaitLine("epoch " + epoch);
        awaitCheckpoints(random.nextInt(STEPS_AN_EPOCH));
        assertThat(run.process().isAlive()).as("alive in epoch %d", epoch).isTrue();
        run.process().destroyForcibly().waitFor(); // The signal that cannot be handled.
      }
    }
    try (OtherJvm last = KilledRun.start(folder)) {
      assertThat(last.awaitEnd()).as(last::errors).isZero();
    }
    Map<String, float[]> resumed = weights(folder.resolve("weights.safetensors"));
    try (TrainingRun whole =
        KilledRun.TRAINING.fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      Map<String, float[]> undisturbed = whole.recommender().network().parameters().values();
      assertThat(resumed.keySet()).isEqualTo(undisturbed.keySet());
      undisturbed.forEach(
          (name, values) -> assertThat(resumed.get(name)).as(name).containsExactly(values));
    }
  }

  /** Waits until the file has been replaced so many times; each step replaces it. */
  private void awaitCheckpoints(int replaced) throws IOException {
    Path file = folder.resolve("checkpoint.safetensors");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    for (int seen = 0; seen < replaced; seen++) {
      Object before = Files.getAttribute(file, "unix:ino");
      while (before.equals(Files.getAttribute(file, "unix:ino"))) {
        assertThat(System.nanoTime()).as("no checkpoint for minutes").isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  private static Map<String, float[]> weights(Path file) throws IOException {
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender learnt =
            NetworkRecommender.load(file, KilledRun.data().catalogue(), manager)) {
      return learnt.network().parameters().values();
    }
  }
}
