package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import java.util.Objects;

/**
 * The rows that have a part.
 *
 * @param part what they must have
 */
record DropMissing(Field part) implements TableStep {

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

  @Override
  public String query(String rows, TableFacts facts) {
    return "SELECT * FROM " + rows + " WHERE " + part.present(this, facts);
  }
}
