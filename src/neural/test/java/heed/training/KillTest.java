package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.model.NetworkRecommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

  private static final int KILLS = 10;
  private static final int MOST_MILLISECONDS = 200;

  @TempDir private Path folder;

  @Test
  void a_run_killed_ten_times_at_random_ends_with_the_weights_of_one_that_was_not()
      throws Exception {
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      Files.deleteIfExists(folder.resolve("going"));
      Process run = KilledRun.start(folder);
      while (run.isAlive() && Files.notExists(folder.resolve("going"))) {
        Thread.sleep(1);
      }
      Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_MILLISECONDS));
      killed += run.isAlive() ? 1 : 0;
      run.destroyForcibly().waitFor(); // The signal that cannot be handled.
    }
    Process last = KilledRun.start(folder);
    assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).as(() -> read(folder.resolve("output"))).isZero();
    Map<String, float[]> resumed = weights(folder.resolve("weights.safetensors"));
    try (TrainingRun whole =
        KilledRun.TRAINING.fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      Map<String, float[]> undisturbed = whole.recommender().network().parameters().values();
      assertThat(resumed.keySet()).isEqualTo(undisturbed.keySet());
      undisturbed.forEach(
          (name, values) -> assertThat(resumed.get(name)).as(name).containsExactly(values));
    }
    assertThat(killed).as("kills that met a running process").isGreaterThanOrEqualTo(8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      return failed.toString();
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
