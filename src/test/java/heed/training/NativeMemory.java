package heed.training;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** What this process holds outside the Java heap, as glibc and Linux count it. */
final class NativeMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");

  private static final int MILLISECONDS = 15;

  private NativeMemory() {}

  /** glibc's own books; see mallinfo(3). */
  public interface Glibc extends Library {

    /** Since glibc 2.33. */
    Info mallinfo2();

    /** Gives back to the system what was freed, beyond so many bytes. */
    int malloc_trim(long pad);
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
   * the test where there is no glibc 2.33.
   */
  static long allocated() {
    System.gc();
    try {
      Thread.sleep(MILLISECONDS); // Direct buffers are freed on a thread of their own.
      Info info = glibc().mallinfo2();
      return info.uordblks + info.hblkhd;
    } catch (InterruptedException stopped) {
      throw new AssertionError("stopped while counting native bytes", stopped);
    } catch (UnsatisfiedLinkError noSuchFunction) {
      return Assumptions.abort("counting native bytes takes glibc 2.33 or newer");
    }
  }

  private static Glibc glibc() {
    return Native.load("c", Glibc.class);
  }

  /** How many bytes the work took at its peak, beyond those before it. Needs Linux with glibc. */
  static long peakOf(Runnable work) throws IOException {
    Assumptions.assumeTrue(Files.isWritable(RESET), "a peak is read from Linux");
    allocated(); // Collects garbage, and skips where there is no glibc.
    glibc().malloc_trim(0);
    awaitRest();
    Files.writeString(RESET, "5"); // Sets the peak back to what is resident now.
    long before = kilobytes("VmRSS");
    work.run();
    return 1024 * (kilobytes("VmHWM") - before);
  }

  /**
   * The collector gives pages of the heap back on a thread of its own, for a while after it ran.
   */
  private static void awaitRest() throws IOException {
    long before = Long.MAX_VALUE;
    for (long now = kilobytes("VmRSS"); now < before; now = kilobytes("VmRSS")) {
      before = now;
      LockSupport.parkNanos(200_000_000);
    }
  }

  private static long kilobytes(String name) throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
