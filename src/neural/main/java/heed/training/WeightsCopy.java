package heed.training;

import ai.djl.ndarray.NDArray;
import heed.layer.HostValues;
import heed.layer.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of all parameters, to come back to: on the Java heap, or, where they are many, in a file
 * of the system's folder for temporary ones, so that a table that fills much of the memory is not
 * there twice. The file has no name, so nothing is left of it even where the process is killed.
 */
final class WeightsCopy implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WeightsCopy.class);

  /** So many and more are kept in a file: 64 MiB. */
  private static final long MANY = 1L << 24;

  private final Map<String, float[]> onHeap;
  private final Optional<FileChannel> file;

  private WeightsCopy(Map<String, float[]> onHeap, Optional<FileChannel> file) {
    this.onHeap = onHeap;
    this.file = file;
  }

  /** Whether a copy of so many numbers takes memory. */
  static boolean takesMemory(long numbers) {
    return numbers < MANY;
  }

  /** What the parameters are now. Without room for a file it is on the heap. */
  static WeightsCopy of(Parameters parameters) {
    if (takesMemory(parameters.count())) {
      return onHeap(parameters.values());
    }
    try {
      return inFile(parameters);
    } catch (IOException | UncheckedIOException failed) {
      LOG.warn(
          "the best weights are kept in memory, since {} takes no file of them; -Djava.io.tmpdir"
              + " names another folder",
          System.getProperty("java.io.tmpdir"),
          failed);
      return onHeap(parameters.values());
    }
  }

  static WeightsCopy onHeap(Map<String, float[]> values) {
    return new WeightsCopy(values, Optional.empty());
  }

  static WeightsCopy inFile(Parameters parameters) throws IOException {
    Path name = Files.createTempFile("heed-best", ".weights");
    FileChannel file = FileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Files.delete(name);
      parameters.arrays().values().forEach(array -> HostValues.save(array, file));
    } catch (IOException | UncheckedIOException failed) {
      file.close();
      throw failed;
    }
    return new WeightsCopy(Map.of(), Optional.of(file));
  }

  /** Makes the parameters what they were. */
  void giveBack(Parameters parameters) {
    if (file.isEmpty()) {
      parameters.set(onHeap);
      return;
    }
    rewind();
    parameters.arrays().values().forEach(array -> HostValues.load(array, file.get()));
  }

  /** What they were, by name. */
  Map<String, float[]> values(Parameters parameters) {
    if (file.isEmpty()) {
      return onHeap;
    }
    rewind();
    Map<String, float[]> values = new LinkedHashMap<>();
    parameters.arrays().forEach((name, array) -> values.put(name, read(array)));
    return values;
  }

  private float[] read(NDArray array) {
    float[] values = new float[Math.toIntExact(array.size())];
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.nativeOrder());
    try {
      for (int from = 0; from < values.length; from += bytes.limit() / Float.BYTES) {
        bytes.clear().limit(Math.min(bytes.capacity(), (values.length - from) * Float.BYTES));
        while (bytes.hasRemaining()) {
          file.orElseThrow().read(bytes);
        }
        bytes.flip().asFloatBuffer().get(values, from, bytes.limit() / Float.BYTES);
      }
      return values;
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private void rewind() {
    try {
      file.orElseThrow().position(0);
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private static UncheckedIOException unreadable(IOException failed) {
    return new UncheckedIOException("could not read the best weights again", failed);
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not close the file of the best weights", failed);
    }
  }
}
