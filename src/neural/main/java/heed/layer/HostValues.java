package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import heed.file.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * An array's numbers on the Java side, read and written a part at a time: so that a table that
 * fills much of the memory needs none of its size on the way. On the CPU they are seen where they
 * lie, and nothing is copied twice.
 */
public final class HostValues {

  /** Numbers seen at once: 4 MiB. */
  private static final int PART = 1 << 20;

  private HostValues() {}

  /** A copy of the numbers of an array on any device. */
  public static float[] of(NDArray array) {
    float[] values = new float[Math.toIntExact(array.size())];
    inParts(
        array,
        (part, from) -> {
          FloatBuffer some = part.toByteBuffer(true).asFloatBuffer();
          some.get(values, Math.toIntExact(from), some.remaining());
        });
    return values;
  }

  /**
   * A copy of attention weights.
   *
   * @param weights of one history: (1, H, Q, S)
   * @return by head, query and key
   */
  public static float[][][] byHead(NDArray weights) {
    Shape shape = weights.getShape(); // (1, H, Q, S)
    int queries = Math.toIntExact(shape.get(2));
    int keys = Math.toIntExact(shape.get(3));
    float[] flat = of(weights);
    float[][][] byHead = new float[Math.toIntExact(shape.get(1))][queries][];
    for (int row = 0; row < byHead.length * queries; row++) {
      byHead[row / queries][row % queries] = Arrays.copyOfRange(flat, row * keys, (row + 1) * keys);
    }
    return byHead;
  }

  /** Sets the numbers of an array, in place. */
  public static void set(NDArray array, float[] values) {
    writeInParts(
        array,
        (bytes, from) -> {
          FloatBuffer some = bytes.asFloatBuffer();
          some.put(values, Math.toIntExact(from), some.remaining());
        });
  }

  /** Fills an array, in place, with what is drawn. */
  static void fill(NDArray array, DoubleSupplier drawn) {
    writeInParts(
        array,
        (bytes, from) -> {
          while (bytes.hasRemaining()) {
            bytes.putFloat((float) drawn.getAsDouble());
          }
        });
  }

  /**
   * Writes the numbers of an array one behind the other, as this machine has them.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  public static void save(NDArray array, WritableByteChannel out) {
    inParts(
        array,
        (part, from) -> {
          ByteBuffer bytes = part.toByteBuffer(true);
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
        });
  }

  /**
   * Sets the numbers of an array, in place, to what {@link #save} wrote.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public static void load(NDArray array, ReadableByteChannel in) {
    writeInParts(
        array,
        (bytes, from) -> {
          while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
              throw new IOException("the file ends before the array is full");
            }
          }
        });
  }

  /**
   * Sets the numbers of an array, in place, to those of a file, without as much memory again.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  static void load(NDArray array, Tensor.Stored stored) {
    try (FileChannel in = FileChannel.open(stored.file())) {
      in.position(stored.at());
      load(array, in);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + stored + " of " + stored.file(), failed);
    }
  }

  private interface Source {
    void fill(ByteBuffer bytes, long from) throws IOException;
  }

  private static void writeInParts(NDArray array, Source source) {
    inParts(
        array,
        (part, from) -> {
          if (part.getDevice().isGpu()) {
            ByteBuffer bytes =
                ByteBuffer.allocateDirect(Math.toIntExact(part.size() * Float.BYTES))
                    .order(ByteOrder.nativeOrder());
            source.fill(bytes, from);
            NDArray values =
                part.getManager().create(bytes.rewind(), part.getShape(), part.getDataType());
            part.set(new NDIndex(":"), values);
          } else {
            source.fill(part.toByteBuffer(true), from);
          }
        });
  }

  private interface Work {
    void on(NDArray part, long from) throws IOException;
  }

  private static void inParts(NDArray array, Work work) {
    for (long from = 0; from < array.size(); from += PART) {
      long begin = from;
      long end = Math.min(from + PART, array.size());
      Inference.run(
          array.getManager(),
          memory -> {
            NDArray flat = array.reshape(new Shape(array.size())); // a view
            flat.attach(memory);
            NDArray part = flat.get(new NDIndex("{}:{}", begin, end)); // a view
            part.attach(memory);
            try {
              work.on(part, begin);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
            return memory;
          });
    }
  }
}
