package heed.training;

import heed.layer.Parameters;
import heed.training.checkpoint.TrainerState;
import heed.training.optimizer.Epoch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The finished epochs of a run, and the weights of the one that validated best. While those are
 * what the parameters hold, there is no second copy of them; before the first epoch is finished the
 * weights are simply as they are.
 */
final class BestSoFar implements AutoCloseable {

  private final Parameters parameters;
  private final List<Epoch> curve = new ArrayList<>();
  private int epoch;
  private double validation = Double.NaN;
  private Optional<WeightsCopy> copy = Optional.empty();

  /** Before the first epoch. */
  BestSoFar(Parameters parameters) {
    this.parameters = parameters;
  }

  /** Takes an epoch in. */
  void add(Epoch finished) {
    curve.add(finished);
    if (epoch == 0 || Double.isNaN(validation) || finished.validation() > validation) {
      epoch = finished.number();
      validation = finished.validation();
      close(); // Given up before it is copied anew.
    }
  }

  /** The parameters are about to move. */
  void leave() {
    if (epoch > 0 && copy.isEmpty()) {
      copy = Optional.of(WeightsCopy.of(parameters));
    }
  }

  /** Makes the parameters those of the best epoch. */
  void giveBack() {
    copy.ifPresent(best -> best.giveBack(parameters));
  }

  /** Goes on from what another one held. */
  void restore(TrainerState standing, Map<String, float[]> best) {
    curve.addAll(standing.curve());
    epoch = standing.bestEpoch();
    validation = standing.bestValidation();
    copy = epoch > 0 ? Optional.of(WeightsCopy.onHeap(best)) : Optional.empty();
  }

  /** What is to be written down of it, and where the run stands. */
  TrainerState standing(long steps, double seconds, TrainerState.Under under) {
    return new TrainerState(List.copyOf(curve), epoch, validation, steps, seconds, under);
  }

  /** The finished epochs, as they come. */
  List<Epoch> curve() {
    return Collections.unmodifiableList(curve);
  }

  /** The best epoch; 0 before the first. */
  int epoch() {
    return epoch;
  }

  /** How many epochs were no better since. */
  int epochsSince() {
    return curve.size() - epoch;
  }

  /** The best validation; {@code NaN} before the first epoch. */
  double validation() {
    return validation;
  }

  Map<String, float[]> weights() {
    return copy.map(best -> best.values(parameters)).orElseGet(parameters::values);
  }

  @Override
  public void close() {
    copy.ifPresent(WeightsCopy::close);
    copy = Optional.empty();
  }
}
