package heed.compact.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.compact.CompactLog;
import heed.log.Interactions;
import heed.preparation.DuplicateKey;
import heed.preparation.Steps;
import heed.sequence.Sequences;
import heed.training.OtherJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {

  /** Of eight stages without steps and two with them. */
  private static final int STAGES = 9;

  @TempDir private Path folder;

  @BeforeEach
  void plant() throws IOException {
    InterruptedRun.plant(folder);
  }

  @Test
  void a_preparation_killed_in_every_stage_ends_with_the_log_of_memory() throws Exception {
    Random random = new Random(1);
    for (int stage = 1; stage <= STAGES; stage++) {
      try (OtherJvm run = OtherJvm.start(InterruptedRun.class, folder)) {
        run.awaitLine("stage " + stage);
        Thread.sleep(random.nextInt(40)); // Somewhere in it; where, is the system's to say.
        run.process().destroyForcibly().waitFor();
      }
    }
    assertThat(folder.resolve("result")).doesNotExist();
    List<String> skipped = new ArrayList<>();
    CompactLog log =
        InterruptedRun.log(folder)
            .withListener(
                progress -> {
                  if (progress.share() == 1 && progress.elapsed().toMillis() < 10_000) {
                    skipped.add(progress.stage());
                  }
                })
            .write(folder.resolve("result"));
    assertThat(skipped).contains("read the files", "number the users", "make the events");
    assertIsThatOfMemory(log);
  }

  @Test
  void a_disk_without_room_is_told_leaves_nothing_and_the_next_call_goes_on() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "bounds the files of a process");
    String said = limited(2_500_000);
    assertThat(said).contains("the disk is full").contains("LargeLog.withFolder");
    assertThat(folder.resolve("result")).doesNotExist();
    assertThat(folder.toFile().list())
        .doesNotContain("result")
        .noneMatch(name -> name.endsWith(".part"));
    assertIsThatOfMemory(InterruptedRun.log(folder).write(folder.resolve("result")));
  }

  /** What is said where no file may have more than so many bytes. */
  private String limited(int bytes) throws IOException, InterruptedException {
    try (OtherJvm run = OtherJvm.start(InterruptedRun.class, folder, "wait")) {
      run.awaitLine("ready");
      new ProcessBuilder(
              "/usr/bin/prlimit", "--pid", String.valueOf(run.process().pid()), "--fsize=" + bytes)
          .inheritIO()
          .start()
          .waitFor();
      try (OutputStream go = run.process().getOutputStream()) {
        go.write('\n');
      }
      run.awaitLine("failed");
      run.awaitEnd();
      return run.errors();
    }
  }

  private void assertIsThatOfMemory(CompactLog log) {
    log.check();
    Sequences inMemory =
        Sequences.of(
            Interactions.read(folder.resolve("log.csv"))
                .prepared(Steps.keepLast(DuplicateKey.USER_AND_ITEM), Steps.kCore(3)),
            7);
    assertThat(log.sequences().histories()).isEqualTo(inMemory.histories());
    assertThat(folder.resolve("result.work")).doesNotExist();
  }
}
