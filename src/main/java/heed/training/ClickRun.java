package heed.training;

import heed.model.ClickNetworkPredictor;
import java.util.List;

/**
 * What a run leaves behind: the predictor with its best weights, and how it got there.
 *
 * <p>Owns the predictor's native memory; {@link #close()} frees it.
 *
 * @param predictor with the weights of the best epoch
 * @param training what was asked for
 * @param curve one entry a finished epoch
 * @param bestEpoch the epoch whose weights were kept; 0 if none was finished
 * @param ending why it ended
 * @param device where it ran and why
 * @param seconds it took
 */
public record ClickRun(
    ClickNetworkPredictor predictor,
    ClickTraining training,
    List<Epoch> curve,
    int bestEpoch,
    Ending ending,
    String device,
    double seconds)
    implements AutoCloseable {

  public ClickRun {
    curve = List.copyOf(curve);
  }

  /** The best validation metric; {@code NaN} if no epoch was finished. */
  public double bestValidation() {
    return bestEpoch == 0 ? Double.NaN : curve.get(bestEpoch - 1).validation();
  }

  @Override
  public void close() {
    predictor.close();
  }

  @Override
  public String toString() {
    return String.format(
        "%s, %,d parameters: best epoch %d of %d (validation %.4f), %.0f s on %s; %s",
        predictor.name(),
        predictor.network().parameters().count(),
        bestEpoch,
        curve.size(),
        bestValidation(),
        seconds,
        device,
        ending);
  }
}
