package heed.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.training.KilledRun;
import heed.training.OtherJvm;
import heed.training.ProgressListener;
import heed.training.TrainingRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointLockTest {

  @TempDir private Path folder;

  @Test
  void a_folder_in_use_by_another_process_is_named_with_it_and_free_once_that_is_killed()
      throws Exception {
    try (OtherJvm run = KilledRun.start(folder, 1)) {
      run.awaitLine("epoch 1");
      assertThatThrownBy(this::fit)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll(
              folder.toString(), "in use by process " + run.process().pid(), "give another folder");
      run.process().destroyForcibly().waitFor();
    }
    fit().close();
  }

  @Test
  void two_runs_of_one_process_cannot_share_a_folder() {
    ProgressListener another = progress -> fit().close();
    assertThatThrownBy(
            () ->
                KilledRun.TRAINING.fit(
                    KilledRun.data(), KilledRun.validation(), another, Checkpoints.in(folder)))
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    assertThat(folder.resolve("in-use.lock")).exists();
    fit().close();
  }

  private TrainingRun fit() {
    return KilledRun.TRAINING.fit(
        KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT, Checkpoints.in(folder));
  }
}
