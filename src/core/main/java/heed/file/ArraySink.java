package heed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.zip.CRC32C;

/** Takes the numbers of one array of an {@link ArrayFile}, in their order. Not thread-safe. */
public final class ArraySink {

  private static final int BUFFER = 1 << 20;

  private final ArrayPlan plan;
  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long next;
  private long size;

  ArraySink(ArrayPlan plan, FileChannel channel, long at) {
    this.plan = plan;
    this.channel = channel;
    this.next = at;
  }

  /** Adds a number of 32 bits. */
  public void putInt(int number) throws IOException {
    require(Integer.BYTES);
    room(Integer.BYTES);
    buffer.putInt(number);
    size++;
  }

  /** Adds a number of 64 bits. */
  public void putLong(long number) throws IOException {
    require(Long.BYTES);
    room(Long.BYTES);
    buffer.putLong(number);
    size++;
  }

  /** Adds a number of 8 bits, from 0 to 255. */
  public void putByte(int number) throws IOException {
    require(1);
    room(1);
    buffer.put((byte) number);
    size++;
  }

  /** Adds bytes. */
  public void put(byte[] bytes) throws IOException {
    require(1);
    for (int from = 0; from < bytes.length; ) {
      room(1);
      int some = Math.min(bytes.length - from, buffer.remaining());
      buffer.put(bytes, from, some);
      from += some;
    }
    size += bytes.length;
  }

  /** What it holds. */
  public ArrayType type() {
    return plan.type();
  }

  /** How many numbers it took. */
  public long size() {
    return size;
  }

  private void require(int bytes) {
    if (plan.type().bytes() != bytes) {
      throw new IllegalStateException(
          "the array '" + plan.name() + "' holds " + plan.type() + ", found a number of " + bytes);
    }
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    sum.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      next += channel.write(buffer, next);
    }
    buffer.clear();
  }

  /** Writes what is left; the plan with the size that the array has. */
  ArrayPlan finish() throws IOException {
    if (plan.size() != ArrayPlan.OPEN && plan.size() != size) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the array '%s' was to hold %,d numbers, found %,d",
              plan.name(),
              plan.size(),
              size));
    }
    flush();
    return new ArrayPlan(plan.name(), plan.type(), size);
  }

  int sum() {
    return (int) sum.getValue();
  }
}
