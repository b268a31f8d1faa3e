package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Step;
import java.util.stream.IntStream;

/**
 * The users whose median value is at most a limit, with all their rows. Rows without a value are
 * not counted; a user none of whose rows has one stays.
 *
 * @param value the limit
 */
record MedianAtMost(double value) implements Step {

  MedianAtMost {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a limit is a finite number, found " + value);
    }
  }

  @Override
  public String name() {
    return "keep users whose median value is at most " + Values.shown(value);
  }

  @Override
  public Interactions of(Interactions log) {
    EventColumns events = Field.VALUE.demandedBy(this, log);
    ByUser grouped = ByUser.inTime(events);
    boolean[] kept = new boolean[events.size()];
    for (int user = 0; user < grouped.users(); user++) {
      int[] rows =
          IntStream.range(grouped.offsets()[user], grouped.offsets()[user + 1])
              .map(at -> grouped.rows()[at])
              .toArray();
      double[] values =
          Values.sorted(IntStream.of(rows).mapToDouble(row -> events.values()[row]).toArray());
      boolean stays = values.length == 0 || Values.median(values) <= value;
      for (int row : rows) {
        kept[row] = stays;
      }
    }
    return log.keep(kept);
  }
}
