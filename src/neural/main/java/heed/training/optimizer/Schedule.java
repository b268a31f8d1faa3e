package heed.training.optimizer;

import java.util.List;

/**
 * How the learning rate changes as a run goes on.
 *
 * <p>Open, so that a schedule can be written outside this library. It must be a function of the
 * moment alone, without state of its own, so that a resumed run steps as one that never stopped;
 * make it a record, since a checkpoint tells trainings apart by their text.
 */
public interface Schedule {

  /** What the optimiser's rate is multiplied by at this moment: at least 0 and finite. */
  double factor(Moment moment);

  /** The same rate throughout. */
  static Schedule constant() {
    return new Constant();
  }

  /**
   * Where a run stands before a step.
   *
   * @param step from 0
   * @param epochs passes over the data so far, a share of the one under way with them
   * @param curve the finished epochs
   */
  record Moment(long step, double epochs, List<Epoch> curve) {}

  /** The same rate throughout. */
  record Constant() implements Schedule {

    @Override
    public double factor(Moment moment) {
      return 1;
    }
  }

  /**
   * From small steps to whole ones in a straight line: the first step at 1/{@code steps} of what
   * {@code then} says, the last of them at all of it. Adam's second moment rests on few gradients
   * until then.
   *
   * @param steps how long, at least 1
   * @param then what it warms up to; its own course begins at the first step
   */
  record WarmUp(int steps, Schedule then) implements Schedule {

    public WarmUp {
      requireOne("steps of a warm-up", steps);
    }

    @Override
    public double factor(Moment moment) {
      return Math.min(1, (moment.step + 1.0) / steps) * then.factor(moment);
    }
  }

  /**
   * Down half a cosine: Loshchilov and Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm
   * Restarts", eq. 5, without restarts.
   *
   * @param epochs when it is down, at least 1; it stays there
   * @param least the share of the rate it goes down to, from 0 to below 1
   */
  record Cosine(int epochs, double least) implements Schedule {

    public Cosine {
      requireOne("epochs of a cosine", epochs);
      requireShare("the least share of the rate", least);
    }

    @Override
    public double factor(Moment moment) {
      double done = Math.min(1, moment.epochs / epochs);
      return least + (1 - least) * (1 + Math.cos(Math.PI * done)) / 2;
    }
  }

  /**
   * Cut each time validation has stopped getting better.
   *
   * @param patience so many epochs in a row that are not better are borne, at least 0; the next one
   *     cuts the rate and the count begins anew. Less than the patience of {@link
   *     heed.training.StoppingRule}, or the run ends first
   * @param cut what a cut multiplies the rate by, from 0 to below 1
   * @param least the share of the rate below which it is not cut, from 0 to below 1
   */
  record Plateau(int patience, double cut, double least) implements Schedule {

    public Plateau {
      if (patience < 0) {
        throw new IllegalArgumentException(
            "patience of a plateau is at least 0, found " + patience);
      }
      requireShare("a cut of the rate", cut);
      requireShare("the least share of the rate", least);
    }

    @Override
    public double factor(Moment moment) {
      double factor = 1;
      double best = Double.NEGATIVE_INFINITY;
      int borne = 0;
      for (Epoch epoch : moment.curve) {
        borne = epoch.validation() > best ? 0 : borne + 1;
        best = Math.max(best, epoch.validation());
        if (borne > patience) {
          factor = Math.max(least, factor * cut);
          borne = 0;
        }
      }
      return factor;
    }
  }

  private static void requireOne(String what, int found) {
    if (found < 1) {
      throw new IllegalArgumentException(what + " are at least 1, found " + found);
    }
  }

  private static void requireShare(String what, double found) {
    if (!(found >= 0 && found < 1)) {
      throw new IllegalArgumentException(what + " is from 0 to below 1, found " + found);
    }
  }
}
