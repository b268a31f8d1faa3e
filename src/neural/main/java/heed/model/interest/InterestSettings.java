package heed.model.interest;

import heed.attention.weighting.Hardmax;
import heed.attention.weighting.PowerSoftmax;
import heed.attention.weighting.Weighting;
import heed.model.Checks;
import heed.model.Fusion;

/**
 * How many interests an {@link InterestNetwork} keeps apart, and what it does with them.
 *
 * @param count K, at least 1; with one it is an ordinary network
 * @param power p of the label-aware attention, at least 1: the higher, the more the interest that
 *     fits a target best learns it alone; infinite for the best one only
 * @param fusion how the interests score the catalogue together
 */
public record InterestSettings(int count, double power, Fusion fusion) {

  public InterestSettings {
    Checks.atLeastOne("the number of interests", count);
    if (!(power >= 1)) {
      throw new IllegalArgumentException(
          "the power of label-aware attention is at least 1, found " + power);
    }
  }

  /** Four interests, as ComiRec reports them; the best one alone learns, and scores. */
  public static InterestSettings defaults() {
    return new InterestSettings(4, Double.POSITIVE_INFINITY, Fusion.MAXIMUM);
  }

  public InterestSettings withCount(int count) {
    return new InterestSettings(count, power, fusion);
  }

  public InterestSettings withPower(double power) {
    return new InterestSettings(count, power, fusion);
  }

  public InterestSettings withFusion(Fusion fusion) {
    return new InterestSettings(count, power, fusion);
  }

  /** How a target chooses among the interests. */
  Weighting choice() {
    return Double.isInfinite(power) ? new Hardmax() : new PowerSoftmax(power);
  }

  /** As a part of a network's name. */
  @Override
  public String toString() {
    return count == 1 ? "1 interest" : count + " interests, " + fusion;
  }
}
