package heed.explain;

import heed.model.AttentionLayer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one attention head looks at, averaged over users, each counting the same. Beside each number
 * stands what equal weights would give at the same places.
 *
 * @param layer the head's layer
 * @param head from 0
 * @param byDistance the share that goes to the event 1, 2, ... back from what is predicted, at
 *     index 0, 1, ...; the last index takes all that is further back
 * @param evenByDistance the same of equal weights
 * @param byGap the share that goes to events of each {@link TimeGap} before the latest
 * @param evenByGap the same of equal weights
 * @param entropy of a query's weights over that of equal ones: 1 is even, 0 all on one event
 * @param specialty what the head is for, if the evidence says so
 */
public record HeadProfile(
    AttentionLayer layer,
    int head,
    double[] byDistance,
    double[] evenByDistance,
    double[] byGap,
    double[] evenByGap,
    double entropy,
    Optional<Specialty> specialty) {

  /**
   * What a head is for.
   *
   * @param what in words: "the item 3 back"
   * @param share of its weight that goes there
   * @param expected what would go there anyway: under equal weights, or, of a kind of item, under
   *     weights that know nothing but how far back an event is
   * @param pValue of the difference, over users, adjusted for all that was tried (Holm)
   */
  public record Specialty(String what, double share, double expected, double pValue) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s (%.0f%% of its weight, %.0f%% expected)",
          what,
          100 * share,
          100 * expected);
    }
  }

  public HeadProfile {
    byDistance = byDistance.clone();
    evenByDistance = evenByDistance.clone();
    byGap = byGap.clone();
    evenByGap = evenByGap.clone();
  }

  /** What the gaps in time are called, the shortest first: those of {@link #byGap}. */
  public static List<String> gaps() {
    return Arrays.stream(TimeGap.values()).map(TimeGap::toString).toList();
  }

  @Override
  public double[] byDistance() {
    return byDistance.clone();
  }

  @Override
  public double[] evenByDistance() {
    return evenByDistance.clone();
  }

  @Override
  public double[] byGap() {
    return byGap.clone();
  }

  @Override
  public double[] evenByGap() {
    return evenByGap.clone();
  }

  /** What it is called: "layer 1, head 2". */
  public String name() {
    return layer.name() + ", head " + (head + 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s; entropy %.2f of even",
        name(),
        specialty.map(Specialty::toString).orElse("nothing that could be named"),
        entropy);
  }
}
