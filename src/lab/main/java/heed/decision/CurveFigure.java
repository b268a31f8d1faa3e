package heed.decision;

import heed.chart.CurveChart;
import heed.figure.Figure;
import heed.training.Progress;
import heed.training.optimizer.Epoch;
import java.util.ArrayList;
import java.util.List;

/** The learning curve of a run that has ended. */
final class CurveFigure {

  private CurveFigure() {}

  static Figure of(List<Epoch> curve) {
    List<Progress> ends = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    double seconds = 0;
    for (Epoch epoch : curve) {
      best = Math.max(best, epoch.validation());
      seconds += epoch.seconds();
      ends.add(
          new Progress(
              epoch.number(),
              curve.size(),
              1,
              epoch.loss(),
              epoch.validation(),
              best,
              Double.NaN,
              seconds));
    }
    return CurveChart.of(ends, "NDCG@10");
  }
}
