package heed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedContainerTest {

  private static final FileKind KIND = new FileKind("vectors", 1, "none");
  private static final int ROWS = 1 << 16;

  private record Named(float[] vectors, int[] counts) {}

  @TempDir Path folder;

  private static float[] vectors() {
    float[] values = new float[4 * ROWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 8f;
    }
    return values;
  }

  private Path written() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("counts", new Tensor.Ints(new long[] {3}, new int[] {1, 2, 3}));
    tensors.put("vectors", new Tensor.Floats(new long[] {ROWS, 4}, vectors()));
    tensors.put("bias", new Tensor.Floats(new long[] {2}, new float[] {5, 6}));
    Path file = folder.resolve("some.heed");
    Container.of(KIND)
        .json("about", "{}")
        .tensors("table", tensors)
        .valueAndNumbers("named", new Named(vectors(), new int[] {7}), RecordCodec.plain())
        .write(file);
    return file;
  }

  @Test
  void large_arrays_stay_in_the_file_and_small_ones_are_read() throws IOException {
    Map<String, Tensor> tensors = Container.map(written(), KIND).tensors("table");
    assertThat(((Tensor.Ints) tensors.get("counts")).values()).containsExactly(1, 2, 3);
    assertThat(((Tensor.Floats) tensors.get("bias")).values()).containsExactly(5, 6);
    Tensor.Stored stored = (Tensor.Stored) tensors.get("vectors");
    assertThat(stored.shape()).containsExactly(ROWS, 4);
    assertThat(stored.bytes()).isEqualTo(16L * ROWS);
    assertThat(stored.read().values()).isEqualTo(vectors());
    assertThat(Container.map(written(), KIND).fingerprint())
        .isEqualTo(Container.read(written(), KIND).fingerprint());
  }

  @Test
  void who_asks_for_an_array_in_memory_gets_one() throws IOException {
    float[] read =
        Container.map(written(), KIND)
            .made("named", Named.class, RecordCodec.plain(), Named::vectors);
    assertThat(read).isEqualTo(vectors());
  }

  @Test
  void every_cut_and_whatever_is_added_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int length : new int[] {0, 10, 100, 1_000, 600_000, whole.length - 1}) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Container.map(cut, KIND))
          .as("%d bytes", length)
          .isInstanceOf(UnreadableFileException.class);
    }
    Path longer = Files.write(folder.resolve("l"), Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> Container.map(longer, KIND))
        .isInstanceOf(UnreadableFileException.class);
  }
}
