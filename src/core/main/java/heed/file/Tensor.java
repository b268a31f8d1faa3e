package heed.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * An array of numbers with its shape, in the order of rows, as it is kept in a file. The arrays are
 * the caller's own and not copied: they may be large.
 */
public sealed interface Tensor {

  /** How long each axis is; the product is the number of values. */
  long[] shape();

  /** 32-bit floats. */
  record Floats(long[] shape, float[] values) implements Tensor {

    public Floats {
      requireSize(shape, values.length);
    }

    @Override
    public String toString() {
      return "float32 " + Arrays.toString(shape);
    }
  }

  /** 64-bit floats. */
  record Doubles(long[] shape, double[] values) implements Tensor {

    public Doubles {
      requireSize(shape, values.length);
    }

    @Override
    public String toString() {
      return "float64 " + Arrays.toString(shape);
    }
  }

  /** 32-bit whole numbers. */
  record Ints(long[] shape, int[] values) implements Tensor {

    public Ints {
      requireSize(shape, values.length);
    }

    @Override
    public String toString() {
      return "int32 " + Arrays.toString(shape);
    }
  }

  /** 64-bit whole numbers. */
  record Longs(long[] shape, long[] values) implements Tensor {

    public Longs {
      requireSize(shape, values.length);
    }

    @Override
    public String toString() {
      return "int64 " + Arrays.toString(shape);
    }
  }

  /**
   * 32-bit floats that stay in a file, little-endian: what is too large to be read at once is
   * mapped into memory or read a part at a time.
   *
   * @param file that holds them; it must not be changed in place as long as they are used
   * @param at where they begin, in bytes
   */
  record Stored(long[] shape, Path file, long at) implements Tensor {

    /** How many bytes they take. */
    public long bytes() {
      return Tensor.size(shape) * Float.BYTES;
    }

    /**
     * The numbers in Java's memory.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public Floats read() {
      try (FileChannel in = FileChannel.open(file)) {
        in.position(at);
        return (Floats) Safetensors.numbers(Channels.newInputStream(in), Numbers.F32, shape);
      } catch (IOException failed) {
        throw new UncheckedIOException("could not read " + this + " of " + file, failed);
      }
    }

    @Override
    public String toString() {
      return "float32 " + Arrays.toString(shape);
    }
  }

  private static void requireSize(long[] shape, int values) {
    if (size(shape) != values) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an array of the shape %s holds the product of its axes, found %,d values",
              Arrays.toString(shape),
              values));
    }
  }

  /**
   * How many values an array of this shape has.
   *
   * @throws IllegalArgumentException if an axis is negative, or they are more than a long counts
   */
  static long size(long[] shape) {
    try {
      long size = 1;
      for (long axis : shape) {
        if (axis < 0) {
          throw new IllegalArgumentException("an axis is at least 0 long, found " + axis);
        }
        size = Math.multiplyExact(size, axis);
      }
      return size;
    } catch (ArithmeticException tooMany) {
      throw new IllegalArgumentException(
          "an array of the shape " + Arrays.toString(shape) + " is too large to be held", tooMany);
    }
  }
}
