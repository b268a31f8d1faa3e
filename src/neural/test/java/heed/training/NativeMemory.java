package heed.training;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import heed.batch.ComputeDevice;
import heed.batch.Garbage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** What this process holds outside the Java heap, as glibc counts it. */
final class NativeMemory {

  private static final Glibc GLIBC = Native.load("c", Glibc.class);

  private NativeMemory() {}

  /** glibc's own books; see mallinfo(3). */
  public interface Glibc extends Library {

    /** Since glibc 2.33. */
    Info mallinfo2();
  }

  /** What mallinfo2 returns; the names are glibc's. */
  @FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class Info extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }

  /**
   * Bytes that were allocated with malloc and not freed: PyTorch's arrays on the CPU, and what the
   * JVM itself keeps there. Buffers that only wait for the garbage collector are not counted. Skips
   * the test where there is no glibc 2.33, and where arrays lie on a GPU.
   */
  static long allocated() {
    Assumptions.assumeFalse(ComputeDevice.select().device().isGpu(), "arrays lie on a GPU");
    Garbage.collect();
    return inUse();
  }

  private static long inUse() {
    try {
      Info info = GLIBC.mallinfo2();
      return info.uordblks + info.hblkhd;
    } catch (UnsatisfiedLinkError noSuchFunction) {
      return Assumptions.abort("counting native bytes takes glibc 2.33 or newer");
    }
  }

  /**
   * How many bytes the work took at its peak, beyond those before it, looked at every half a
   * millisecond. What is resident says less: the collector gives pages of the heap back meanwhile.
   */
  static long peakOf(Runnable work) {
    long before = allocated();
    AtomicLong peak = new AtomicLong(before);
    Thread watcher = new Thread(() -> watch(peak), "native memory");
    watcher.setDaemon(true);
    watcher.start();
    try {
      work.run();
    } finally {
      watcher.interrupt();
    }
    return peak.get() - before;
  }

  private static void watch(AtomicLong peak) {
    while (!Thread.interrupted()) {
      peak.accumulateAndGet(inUse(), Math::max);
      LockSupport.parkNanos(500_000);
    }
  }
}
