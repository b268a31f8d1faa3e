package heed.datasets;

import heed.log.Interactions;
import java.util.List;

/**
 * The log of a known set, and whether it holds what it should.
 *
 * @param set which it is
 * @param log its events, with what is known of the items where that file was there
 * @param differences from what is stated of the set, in words; empty if there are none
 */
public record KnownLog(KnownSet set, Interactions log, List<String> differences) {

  public KnownLog {
    differences = List.copyOf(differences);
  }

  @Override
  public String toString() {
    return log
        + "; "
        + (differences.isEmpty()
            ? "as " + set.counts().source() + " states"
            : "not as stated: " + String.join("; ", differences));
  }
}
