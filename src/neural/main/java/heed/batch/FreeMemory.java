package heed.batch;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a device has left for what is about to run. */
final class FreeMemory {

  private static final String SYSTEM = "proc/meminfo";
  private static final String GROUP_2 = "sys/fs/cgroup/memory.";
  private static final String GROUP_1 = "sys/fs/cgroup/memory/memory.";

  private FreeMemory() {}

  /** Bytes that are free on the device now. */
  static long of(Device device) {
    if (device.isGpu()) {
      MemoryUsage used = CudaUtils.getGpuMemory(device);
      return used.getMax() - used.getUsed();
    }
    return onLinux(Path.of("/")).orElseGet(FreeMemory::elsewhere);
  }

  /**
   * What Linux could give without swapping, or less if the control group of a container may not
   * take so much.
   *
   * @param root where the system's files begin
   * @return empty where this is no Linux
   */
  static OptionalLong onLinux(Path root) {
    OptionalLong available = line(root.resolve(SYSTEM), "MemAvailable:");
    if (available.isEmpty()) {
      return available;
    }
    long free = 1024 * available.getAsLong();
    free = Math.min(free, left(root, GROUP_2 + "max", GROUP_2 + "current", GROUP_2 + "stat"));
    return OptionalLong.of(
        Math.min(
            free,
            left(root, GROUP_1 + "limit_in_bytes", GROUP_1 + "usage_in_bytes", GROUP_1 + "stat")));
  }

  /** What a control group may still take; files that it only keeps for speed give way. */
  private static long left(Path root, String limit, String used, String statistics) {
    OptionalLong most = number(root.resolve(limit));
    OptionalLong now = number(root.resolve(used));
    if (most.isEmpty() || now.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long givesWay = line(root.resolve(statistics), "inactive_file ").orElse(0);
    return Math.max(0, most.getAsLong() - now.getAsLong() + givesWay);
  }

  /** The number that a file consists of; empty if it is not there or says "max". */
  private static OptionalLong number(Path file) {
    String text = text(file).strip();
    return text.matches("\\d{1,18}") // Longer ones mean that there is no limit.
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** The number in the line that begins so; empty if there is none. */
  private static OptionalLong line(Path file, String beginning) {
    return text(file)
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  private static String text(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + file, failed);
    }
  }

  /** Less than could be had: it counts what the system keeps for speed as taken. */
  private static long elsewhere() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getFreeMemorySize();
  }
}
