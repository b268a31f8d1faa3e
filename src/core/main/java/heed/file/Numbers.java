package heed.file;

import heed.file.Tensor.Doubles;
import heed.file.Tensor.Floats;
import heed.file.Tensor.Ints;
import heed.file.Tensor.Longs;
import heed.file.Tensor.Stored;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The numbers that tensors hold, by the names that safetensors gives them. */
enum Numbers {
  F32(Float.BYTES) {
    @Override
    Tensor empty(long[] shape) {
      return new Floats(shape, new float[(int) Tensor.size(shape)]);
    }

    @Override
    void put(Tensor from, int at, int some, ByteBuffer into) {
      into.asFloatBuffer().put(((Floats) from).values(), at, some);
    }

    @Override
    void get(Tensor into, int at, int some, ByteBuffer from) {
      from.asFloatBuffer().get(((Floats) into).values(), at, some);
    }
  },
  F64(Double.BYTES) {
    @Override
    Tensor empty(long[] shape) {
      return new Doubles(shape, new double[(int) Tensor.size(shape)]);
    }

    @Override
    void put(Tensor from, int at, int some, ByteBuffer into) {
      into.asDoubleBuffer().put(((Doubles) from).values(), at, some);
    }

    @Override
    void get(Tensor into, int at, int some, ByteBuffer from) {
      from.asDoubleBuffer().get(((Doubles) into).values(), at, some);
    }
  },
  I32(Integer.BYTES) {
    @Override
    Tensor empty(long[] shape) {
      return new Ints(shape, new int[(int) Tensor.size(shape)]);
    }

    @Override
    void put(Tensor from, int at, int some, ByteBuffer into) {
      into.asIntBuffer().put(((Ints) from).values(), at, some);
    }

    @Override
    void get(Tensor into, int at, int some, ByteBuffer from) {
      from.asIntBuffer().get(((Ints) into).values(), at, some);
    }
  },
  I64(Long.BYTES) {
    @Override
    Tensor empty(long[] shape) {
      return new Longs(shape, new long[(int) Tensor.size(shape)]);
    }

    @Override
    void put(Tensor from, int at, int some, ByteBuffer into) {
      into.asLongBuffer().put(((Longs) from).values(), at, some);
    }

    @Override
    void get(Tensor into, int at, int some, ByteBuffer from) {
      from.asLongBuffer().get(((Longs) into).values(), at, some);
    }
  };

  private final int bytes;

  Numbers(int bytes) {
    this.bytes = bytes;
  }

  static Numbers of(Tensor tensor) {
    if (tensor instanceof Floats || tensor instanceof Stored) {
      return F32;
    }
    if (tensor instanceof Doubles) {
      return F64;
    }
    return tensor instanceof Ints ? I32 : I64;
  }

  static Numbers named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT, "numbers are one of %s, found %s", List.of(values()), name)));
  }

  /** How many bytes one takes. */
  int bytes() {
    return bytes;
  }

  /** All 0. */
  abstract Tensor empty(long[] shape);

  abstract void put(Tensor from, int at, int some, ByteBuffer into);

  abstract void get(Tensor into, int at, int some, ByteBuffer from);
}
