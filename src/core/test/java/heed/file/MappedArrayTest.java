package heed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedArrayTest {

  private static final int SIZE = 100;

  @TempDir private Path folder;

  /** Segments of 64 bytes, so that an array has many; those of a large file hold a gibibyte. */
  @Test
  void numbers_are_found_in_and_across_segments() throws IOException {
    int[] ints = new Random(1).ints(SIZE).toArray();
    ByteBuffer bytes = ByteBuffer.allocate(3 + 4 * SIZE).order(ByteOrder.LITTLE_ENDIAN).position(3);
    bytes.asIntBuffer().put(ints);
    MappedArray array = mapped(ArrayType.I32, SIZE, bytes.array());
    for (int i = 0; i < SIZE; i++) {
      assertThat(array.getInt(i)).isEqualTo(ints[i]);
      for (int length = 0; i + length <= SIZE; length += 7) {
        int[] some = new int[length];
        array.get(i, some);
        assertThat(some).isEqualTo(Arrays.copyOfRange(ints, i, i + length));
      }
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes.array(), 3, 4 * SIZE);
    assertThat(array.sum()).isEqualTo((int) sum.getValue());
  }

  @Test
  void wide_numbers_and_bytes_are_found_likewise() throws IOException {
    long[] longs = new Random(1).longs(SIZE).toArray();
    ByteBuffer bytes = ByteBuffer.allocate(3 + 8 * SIZE).order(ByteOrder.LITTLE_ENDIAN).position(3);
    bytes.asLongBuffer().put(longs);
    MappedArray wide = mapped(ArrayType.I64, SIZE, bytes.array());
    MappedArray narrow = mapped(ArrayType.U8, 8 * SIZE, bytes.array());
    for (int i = 0; i < SIZE; i++) {
      assertThat(wide.getLong(i)).isEqualTo(longs[i]);
      byte[] some = new byte[Math.min(130, 8 * (SIZE - i))];
      narrow.get(8L * i, some);
      assertThat(some)
          .isEqualTo(Arrays.copyOfRange(bytes.array(), 3 + 8 * i, 3 + 8 * i + some.length));
    }
  }

  @Test
  void what_is_not_there_is_refused() throws IOException {
    MappedArray array = mapped(ArrayType.I32, SIZE, new byte[3 + 4 * SIZE]);
    assertThatThrownBy(() -> array.getInt(SIZE)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.get(SIZE - 1, new int[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.get(-1, new int[1]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(mapped(ArrayType.I32, 0, new byte[3]).size()).isZero();
  }

  /** Bytes from the third on, which is no place that a number would choose. */
  private MappedArray mapped(ArrayType type, long size, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(type + "-" + size), bytes);
    try (FileChannel channel = FileChannel.open(file)) {
      return new MappedArray(new ArrayPlan("numbers", type, size), channel, 3, 6);
    }
  }
}
