package heed.training.checkpoint;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a run keeps its state, so that it can be stopped or killed at any moment and go on: the
 * same call with the same folder takes it up again, and ends with the weights it would have had,
 * bit for bit on the CPU. What was learnt since the last checkpoint is learnt again.
 *
 * <p>One file a folder, written whole or not at all; one run at a time, of whatever process. It
 * holds the weights, the best weights and the optimiser's moments as safetensors, four times the
 * parameters in bytes of floats. That a processor's power fails while the system still holds the
 * file back is not covered.
 *
 * @param folder made if it is not there
 * @param every how often the state is written while the run goes on; zero is after every step. It
 *     is written also when the run ends or is stopped
 */
public record Checkpoints(Path folder, Duration every) {

  public Checkpoints {
    if (every.isNegative()) {
      throw new IllegalArgumentException(
          "time between checkpoints is at least zero, found " + every);
    }
  }

  /** Once a minute, and when the run ends or is stopped. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, Duration.ofMinutes(1));
  }

  public Checkpoints withEvery(Duration every) {
    return new Checkpoints(folder, every);
  }
}
