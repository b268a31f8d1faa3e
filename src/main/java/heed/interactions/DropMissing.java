package heed.interactions;

import java.util.Objects;

/**
 * The rows that have a part.
 *
 * @param part what they must have
 */
record DropMissing(Part part) implements Step {

  DropMissing {
    Objects.requireNonNull(part, "part");
  }

  @Override
  public String name() {
    return "drop rows without " + part.word;
  }

  @Override
  public Interactions of(Interactions log) {
    Events events = part.demandedBy(this, log);
    boolean[] kept = new boolean[events.size()];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = !part.isMissing(events, row);
    }
    return log.keep(kept);
  }
}
