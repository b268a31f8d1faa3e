package heed.notebook;

import heed.batch.ComputeDevice;
import heed.training.Progress;
import heed.training.ProgressListener;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * A training run as it goes, in a terminal: one line, written over as the run goes on; the end of
 * an epoch stays.
 */
public final class TerminalTraining implements ProgressListener {

  private final TrainingCurve curve;
  private final PrintStream terminal;
  private int written;

  TerminalTraining(String metric, PrintStream terminal, LongSupplier freeBytes) {
    this.curve = new TrainingCurve(metric, freeBytes);
    this.terminal = terminal;
  }

  /** Writes to a terminal, {@code System.err} say; {@code metric} names the run's validation. */
  public static TerminalTraining of(String metric, PrintStream terminal) {
    return new TerminalTraining(metric, terminal, ComputeDevice.select()::freeBytes);
  }

  @Override
  public void on(Progress progress) {
    curve.add(progress);
    String line = curve.line();
    int longer = Math.max(0, written - line.length());
    terminal.print("\r" + line + " ".repeat(longer) + (progress.endOfEpoch() ? "\n" : ""));
    terminal.flush();
    written = progress.endOfEpoch() ? 0 : line.length();
  }
}
