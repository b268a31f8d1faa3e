package heed.notebook;

import heed.batch.ComputeDevice;
import heed.training.Progress;
import heed.training.ProgressListener;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * A training run as it goes: a chart of loss and validation, and a line that says where it stands.
 *
 * <p>Both are drawn once, below the cell, and replaced as the run goes on; what stands there in the
 * end is the end. Where there is no notebook, nothing is shown.
 */
public final class LiveTraining implements ProgressListener {
  private final Optional<Screen> screen;
  private final TrainingCurve curve;
  private final String chartId = "heed-chart-" + UUID.randomUUID();
  private final String lineId = "heed-line-" + UUID.randomUUID();
  private boolean shown;

  LiveTraining(String metric, Optional<Screen> screen, LongSupplier freeBytes) {
    this.curve = new TrainingCurve(metric, freeBytes);
    this.screen = screen;
  }

  /** Shows one run below the running cell; {@code metric} names its validation, "NDCG@10" say. */
  public static LiveTraining of(String metric) {
    return new LiveTraining(metric, Screen.current(), ComputeDevice.select()::freeBytes);
  }

  @Override
  public void on(Progress progress) {
    curve.add(progress);
    screen.ifPresent(this::draw);
  }

  private void draw(Screen on) {
    View chart = View.ofFigure(curve.figure());
    View line = View.ofText(curve.line());
    if (shown) {
      on.replace(chartId, chart);
      on.replace(lineId, line);
    } else {
      on.show(chartId, chart);
      on.show(lineId, line);
      shown = true;
    }
  }
}
