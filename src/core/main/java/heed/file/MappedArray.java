package heed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * An array of a file that is mapped into memory: the system reads what is asked for and forgets it
 * when memory runs short, and nothing of it is on Java's heap. Many threads may read it at once.
 */
public final class MappedArray {

  /** A buffer of Java ends at 2 GiB. */
  private static final int SEGMENT_BITS = 30;

  private final ArrayPlan plan;
  private final ByteBuffer[] segments;

  /** Numbers of one segment, as a power of two. */
  private final int bits;

  private final long mask;

  MappedArray(ArrayPlan plan, FileChannel channel, long at) throws IOException {
    this(plan, channel, at, SEGMENT_BITS);
  }

  /** With segments of another size, a power of two of at least eight bytes. */
  MappedArray(ArrayPlan plan, FileChannel channel, long at, int segmentBits) throws IOException {
    this.plan = plan;
    this.bits = segmentBits - Integer.numberOfTrailingZeros(plan.type().bytes());
    this.mask = (1L << bits) - 1;
    long segment = 1L << segmentBits;
    this.segments = new ByteBuffer[Math.toIntExact((plan.bytes() + segment - 1) / segment)];
    for (int i = 0; i < segments.length; i++) {
      long from = i * segment;
      segments[i] =
          channel
              .map(FileChannel.MapMode.READ_ONLY, at + from, Math.min(segment, plan.bytes() - from))
              .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** How many numbers it holds. */
  public long size() {
    return plan.size();
  }

  public ArrayType type() {
    return plan.type();
  }

  /**
   * A number of 32 bits.
   *
   * @throws IndexOutOfBoundsException if there is none at this index
   */
  public int getInt(long index) {
    return segments[(int) (index >>> bits)].getInt((int) (index & mask) << 2);
  }

  /**
   * A number of 8 bits, from 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is none at this index
   */
  public int getByte(long index) {
    return Byte.toUnsignedInt(segments[(int) (index >>> bits)].get((int) (index & mask)));
  }

  /**
   * A number of 64 bits.
   *
   * @throws IndexOutOfBoundsException if there is none at this index
   */
  public long getLong(long index) {
    return segments[(int) (index >>> bits)].getLong((int) (index & mask) << 3);
  }

  /** Copies {@code into.length} numbers of 32 bits from an index on. */
  public void get(long from, int[] into) {
    Objects.checkFromIndexSize(from, into.length, size());
    for (int done = 0; done < into.length; ) {
      ByteBuffer segment = segments[(int) ((from + done) >>> bits)];
      int at = (int) ((from + done) & mask);
      int some = Math.min(into.length - done, segment.capacity() / Integer.BYTES - at);
      segment
          .duplicate()
          .order(ByteOrder.LITTLE_ENDIAN)
          .position(at * Integer.BYTES)
          .asIntBuffer()
          .get(into, done, some);
      done += some;
    }
  }

  /** Copies {@code into.length} bytes from an index on. */
  public void get(long from, byte[] into) {
    Objects.checkFromIndexSize(from, into.length, size());
    for (int done = 0; done < into.length; ) {
      ByteBuffer segment = segments[(int) ((from + done) >>> bits)];
      int at = (int) ((from + done) & mask);
      int some = Math.min(into.length - done, segment.capacity() - at);
      segment.get(at, into, done, some);
      done += some;
    }
  }

  /** The CRC-32C of all its bytes, which are read for it. */
  int sum() {
    CRC32C sum = new CRC32C();
    for (ByteBuffer segment : segments) {
      sum.update(segment.duplicate());
    }
    return (int) sum.getValue();
  }
}
