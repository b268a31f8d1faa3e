package heed.batch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.Locale;

/**
 * Where tensors live and why: the one place that chooses between GPU and CPU.
 *
 * @param device the DJL device
 * @param reason why it was chosen, in words
 */
public record ComputeDevice(Device device, String reason) {

  /** Set to {@code cpu} to keep off a GPU that is there. */
  private static final String OVERRIDE = "HEED_DEVICE";

  /** What the launcher of the notebook kernel found out about the machine, in words. */
  private static final String NATIVE = "HEED_NATIVE";

  /** The first GPU if DJL finds one, else the CPU. */
  public static ComputeDevice select() {
    NoTracking.optOut();
    Engine engine = Engine.getInstance();
    return select(
        engine.getGpuCount(),
        System.getenv().getOrDefault(OVERRIDE, ""),
        System.getenv().getOrDefault(NATIVE, ""),
        Runtime.getRuntime().availableProcessors());
  }

  static ComputeDevice select(int gpus, String override, String found, int cores) {
    String wanted = override.toLowerCase(Locale.ROOT);
    if (!wanted.isEmpty() && !wanted.equals("cpu") && !wanted.equals("gpu")) {
      throw new IllegalArgumentException(OVERRIDE + " is 'cpu' or 'gpu', found '" + override + "'");
    }
    if (wanted.equals("gpu") && gpus == 0) {
      throw new IllegalStateException(
          OVERRIDE + "=gpu, but DJL finds no GPU" + (found.isEmpty() ? "" : " (" + found + ")"));
    }
    if (wanted.equals("cpu")) {
      return new ComputeDevice(Device.cpu(), "CPU, " + cores + " cores: " + OVERRIDE + "=cpu");
    }
    return gpus > 0
        ? new ComputeDevice(Device.gpu(), "GPU: DJL finds " + gpus)
        : new ComputeDevice(
            Device.cpu(),
            "CPU, "
                + cores
                + " cores: "
                + (found.isEmpty() ? "DJL finds no GPU" : found.replaceFirst("^cpu: ", "")));
  }

  /**
   * Bytes that are free on it now: of a GPU's memory, or of the machine's and the container's.
   * Outside Linux what the system keeps for speed counts as taken.
   */
  public long freeBytes() {
    return FreeMemory.of(device);
  }

  @Override
  public String toString() {
    return reason;
  }
}
