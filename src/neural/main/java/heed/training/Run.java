package heed.training;

import heed.layer.Parameters;
import heed.training.optimizer.Epoch;
import java.util.List;
import java.util.Locale;

/**
 * What a run leaves behind, whatever was learnt: the best weights, and how it got there.
 *
 * <p>Owns native memory; {@link #close()} frees it.
 */
public sealed interface Run extends AutoCloseable permits TrainingRun, ClickRun {

  /** What was trained, in a report's words. */
  String name();

  /** The weights of the best epoch. */
  Parameters parameters();

  /** What was asked for. */
  TrainingSettings<?> training();

  /** How it went. */
  TrainingResult outcome();

  /** One entry a finished epoch. */
  default List<Epoch> curve() {
    return outcome().curve();
  }

  /** The epoch whose weights were kept; 0 if none was finished. */
  default int bestEpoch() {
    return outcome().bestEpoch();
  }

  /** The best validation metric; {@code NaN} if no epoch was finished. */
  default double bestValidation() {
    return outcome().bestValidation();
  }

  /** Why it ended. */
  default StopReason ending() {
    return outcome().ending();
  }

  /** Where it ran and why. */
  default String device() {
    return outcome().device();
  }

  /** How many seconds it took. */
  default double seconds() {
    return outcome().seconds();
  }

  /** It in one line. */
  default String summary() {
    return String.format(
        Locale.ROOT,
        "%s, %,d parameters: best epoch %d of %d (validation %.4f), %.0f s on %s; %s",
        name(),
        parameters().count(),
        bestEpoch(),
        curve().size(),
        bestValidation(),
        seconds(),
        device(),
        ending());
  }

  @Override
  void close();
}
