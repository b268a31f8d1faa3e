package heed.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.file.TensorFile;
import heed.training.KilledRun;
import heed.training.ProgressListener;
import heed.training.ShortRuns;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.objective.Objective;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  @TempDir private Path folder;

  private TrainingRun fit(Training training) {
    return training.fit(
        KilledRun.data(),
        KilledRun.validation(),
        ProgressListener.SILENT,
        Checkpoints.in(folder).withEvery(Duration.ofHours(1)));
  }

  @Test
  void another_run_is_named_with_what_differs() {
    fit(ShortRuns.SEQUENCES.withEpochs(1)).close();
    assertThatThrownBy(() -> fit(ShortRuns.SEQUENCES.withSeed(2)))
        .hasMessageContainingAll("of another run", "seed is 1", "asked for is 2", "another folder");
    assertThatThrownBy(() -> fit(ShortRuns.SEQUENCES.withLearningRate(0.5)))
        .hasMessageContainingAll("optimizer is", "rate=0.5");
    assertThatThrownBy(() -> fit(ShortRuns.SEQUENCES.withObjective(Objective.fullCrossEntropy())))
        .hasMessageContaining("objective is SampledSoftmax");
    assertThatThrownBy(
            () ->
                ShortRuns.CLICKS.fit(ShortRuns.PAIRS, unused -> 0, ProgressListener.SILENT, here()))
        .hasMessageContaining("of another run");
  }

  private Checkpoints here() {
    return Checkpoints.in(folder);
  }

  @Test
  void a_damaged_or_truncated_checkpoint_is_named_as_such() throws IOException {
    fit(ShortRuns.SEQUENCES.withEpochs(1)).close();
    Path file = folder.resolve("checkpoint.safetensors");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 7, 8, 9, 200, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertNamed("cut off at " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertNamed("a byte too many");
    for (int at = 0; at < whole.length; at += 1 + whole.length / 200) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertNamed("byte " + at + " of another value");
    }
    Files.write(file, whole);
    fit(ShortRuns.SEQUENCES.withEpochs(1)).close();
  }

  /** Checkpoints of before had none. */
  @Test
  void a_header_without_padding_is_read() throws IOException {
    fit(ShortRuns.SEQUENCES.withEpochs(1)).close();
    Path file = folder.resolve("checkpoint.safetensors");
    ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[Math.toIntExact(whole.getLong())];
    whole.get(header);
    String text = new String(header, StandardCharsets.UTF_8).stripTrailing();
    byte[] bare = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer before =
        ByteBuffer.allocate(Long.BYTES + bare.length + whole.remaining())
            .order(ByteOrder.LITTLE_ENDIAN);
    before.putLong(bare.length).put(bare).put(whole);
    Files.write(file, before.array());
    fit(ShortRuns.SEQUENCES.withEpochs(1)).close();
  }

  private void assertNamed(String damage) {
    assertThat(catchThrowable(() -> fit(ShortRuns.SEQUENCES.withEpochs(1))))
        .as(damage)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("checkpoint.safetensors")
        .hasMessageMatching("(?s).*(begins anew|begin anew|another folder).*");
  }

  @Test
  void what_is_no_checkpoint_or_of_another_version_is_named_as_such() throws IOException {
    Path file = folder.resolve("checkpoint.safetensors");
    Files.writeString(file, "userId,movieId,rating\n1,1,4.0\n");
    assertThatThrownBy(() -> fit(ShortRuns.SEQUENCES))
        .hasMessageContaining("no safetensors header");
    new TensorFile(Map.of("format", "heed checkpoint 2"), Map.of()).write(file);
    assertThatThrownBy(() -> fit(ShortRuns.SEQUENCES))
        .hasMessageContainingAll("'heed checkpoint 2'", "'heed checkpoint 1'");
    new TensorFile(Map.of("format", "heed checkpoint 1"), Map.of()).write(file);
    assertNamed("a checkpoint that tells nothing");
    Files.write(file, "\0\0\0\0\0\0\0\0{}".getBytes(StandardCharsets.UTF_8));
    assertNamed("a header of length 0");
  }

  @Test
  void parts_of_a_killed_writing_are_removed() throws IOException {
    Path part = Files.writeString(folder.resolve("unfinished123.part"), "half of");
    fit(ShortRuns.SEQUENCES.withEpochs(1)).close();
    assertThat(part).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              folder.resolve("checkpoint.safetensors"), folder.resolve("in-use.lock"));
    }
  }

  @Test
  void a_checkpoint_is_read_by_another_reader_of_safetensors() throws IOException {
    try (TrainingRun run = fit(ShortRuns.SEQUENCES.withEpochs(1));
        NDManager manager = NDManager.newBaseManager();
        InputStream in = Files.newInputStream(folder.resolve("checkpoint.safetensors"))) {
      Map<String, float[]> best = run.recommender().network().parameters().values();
      NDList read = NDList.decode(manager, in);
      assertThat(read).hasSize(4 * best.size());
      read.stream()
          .filter(array -> array.getName().startsWith("best."))
          .forEach(
              array ->
                  assertThat(array.toFloatArray())
                      .containsExactly(best.get(array.getName().substring("best.".length()))));
    }
  }
}
