package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Step;
import java.util.Objects;

/**
 * The rows that have a part.
 *
 * @param part what they must have
 */
record DropMissing(Field part) implements Step {

  DropMissing {
    Objects.requireNonNull(part, "part");
  }

  @Override
  public String name() {
    return "drop rows without " + part.word;
  }

  @Override
  public Interactions of(Interactions log) {
    EventColumns events = part.demandedBy(this, log);
    boolean[] kept = new boolean[events.size()];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = !part.isMissing(events, row);
    }
    return log.keep(kept);
  }
}
