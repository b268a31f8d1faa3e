package heed.training;

import heed.training.optimizer.Epoch;
import java.util.List;

/**
 * How a run went.
 *
 * @param curve one entry a finished epoch
 * @param bestEpoch the epoch whose weights were kept; 0 if none was finished
 * @param ending why it ended
 * @param device where it ran and why
 * @param seconds it took, those before it was resumed included
 */
public record TrainingResult(
    List<Epoch> curve, int bestEpoch, StopReason ending, String device, double seconds) {

  public TrainingResult {
    curve = List.copyOf(curve);
  }

  /** The best validation metric; {@code NaN} if no epoch was finished. */
  public double bestValidation() {
    return bestEpoch == 0 ? Double.NaN : curve.get(bestEpoch - 1).validation();
  }
}
