package heed.training;

import heed.attention.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The finished epochs of a run, and the weights of the one that validated best. */
final class BestSoFar {

  private final List<Epoch> curve = new ArrayList<>();
  private int epoch;
  private double validation = Double.NaN;
  private Map<String, float[]> weights;

  /** Before the first epoch. */
  BestSoFar(Map<String, float[]> weights) {
    this.weights = weights;
  }

  /** Takes an epoch in, and copies the weights if it is the best. */
  void add(Epoch finished, Parameters parameters) {
    curve.add(finished);
    if (epoch == 0 || finished.validation() > validation) {
      epoch = finished.number();
      validation = finished.validation();
      weights = parameters.values();
    }
  }

  /** Goes on from what another one held. */
  void restore(Standing standing, Map<String, float[]> best) {
    curve.addAll(standing.curve());
    epoch = standing.bestEpoch();
    validation = standing.bestValidation();
    weights = best;
  }

  /** What is to be written down of it, and where the run stands. */
  Standing standing(long steps, double seconds, Standing.Under under) {
    return new Standing(List.copyOf(curve), epoch, validation, steps, seconds, under);
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
    return weights;
  }
}
