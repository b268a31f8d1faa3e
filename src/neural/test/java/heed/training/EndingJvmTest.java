package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Also the run that is told to end: most of its time PyTorch computes. */
class EndingJvmTest {

  private static final int TURNS = 4;
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;

  @Test
  void a_JVM_that_is_told_to_end_ends_the_training_first_with_a_checkpoint_and_does_not_crash()
      throws Exception {
    for (int turn = 0; turn < TURNS; turn++) {
      Path place = Files.createDirectory(folder.resolve("turn" + turn));
      try (OtherJvm run = OtherJvm.start(EndingJvmTest.class, place)) {
        run.awaitLine("epoch " + (1 + 5 * turn));
        run.process().destroy(); // The signal that asks.
        assertThat(run.awaitEnd()).isEqualTo(TERMINATED);
      }
      assertThat(names(place)).noneMatch(name -> name.startsWith("hs_err"));
      assertThat(place.resolve("checkpoint.safetensors")).exists();
      assertThat(place.resolve("after")).doesNotExist();
    }
  }

  private static List<String> names(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Trains for minutes. */
  public static void main(String[] arguments) throws IOException {
    Path place = Path.of(arguments[0]);
    Training training =
        Training.of(SasrecConfig.defaults().withMaxLength(50))
            .withBatchSize(4_000)
            .withEpochs(10_000)
            .withPatience(10_000);
    training
        .fit(
            sequences(),
            unused -> 0,
            progress -> System.out.println("epoch " + progress.epoch()),
            Checkpoints.in(place).withEvery(Duration.ofHours(1)))
        .close();
    Files.writeString(place.resolve("after"), "");
  }

  private static Sequences sequences() {
    int items = 2_000;
    Catalogue catalogue =
        Catalogue.of(IntStream.range(0, items).mapToObj(Integer::toString).toList(), Map.of());
    Random random = new Random(1);
    List<History> histories =
        IntStream.range(0, 160)
            .mapToObj(user -> History.untimed(catalogue, random.ints(51, 1, items + 1).toArray()))
            .toList();
    List<String> users = IntStream.range(0, 160).mapToObj(Integer::toString).toList();
    return Sequences.of(catalogue, users, histories);
  }
}
