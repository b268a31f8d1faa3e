package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import java.util.Locale;
import java.util.Objects;

/**
 * One row for each set of duplicates, at the place where it stood.
 *
 * @param same which rows are duplicates
 * @param keep which of them stays
 */
record Duplicates(DuplicateKey same, Keep keep) implements TableStep {

  enum Keep {
    FIRST,
    LAST,
    /** The last, with the number of duplicates as its value; where there is one, its value is 1. */
    COUNT
  }

  Duplicates {
    Objects.requireNonNull(same, "same");
    Objects.requireNonNull(keep, "keep");
  }

  @Override
  public String name() {
    return keep == Keep.COUNT
        ? "count the events of " + same.words + " as value"
        : "keep the " + keep.name().toLowerCase(Locale.ROOT) + " event of " + same.words;
  }

  @Override
  public Interactions of(Interactions log) {
    EventColumns events = log.events();
    ByUser grouped = ByUser.of(events.users(), (row, other) -> order(events, row, other));
    boolean[] kept = new boolean[events.size()];
    double[] counts = new double[events.size()];
    for (int user = 0; user < grouped.users(); user++) {
      int start = grouped.offsets()[user];
      while (start < grouped.offsets()[user + 1]) {
        int end = end(events, grouped, start, grouped.offsets()[user + 1]);
        int row = grouped.rows()[keep == Keep.FIRST ? start : end - 1];
        kept[row] = true;
        counts[row] = end - start;
        start = end;
      }
    }
    return keep == Keep.COUNT
        ? log.withEvents(events.withValues(counts)).keep(kept)
        : log.keep(kept);
  }

  private int order(EventColumns events, int row, int other) {
    int order = same.compare(events, row, other);
    return order == 0 ? Long.compare(events.times()[row], events.times()[other]) : order;
  }

  /** Where the duplicates that begin at a place end. */
  private int end(EventColumns events, ByUser grouped, int start, int last) {
    int end = start + 1;
    while (end < last && same.compare(events, grouped.rows()[start], grouped.rows()[end]) == 0) {
      end++;
    }
    return end;
  }

  /**
   * A row that is kept has no type but where the key holds it, and no value but a count: which of
   * several at one moment stood first, a database does not know.
   */
  @Override
  public String query(String rows, TableFacts facts) {
    String key = same.columns(!facts.types().isEmpty());
    String time =
        same == DuplicateKey.USER_ITEM_AND_TIME
            ? ""
            : keep == Keep.FIRST ? ", min(ms) AS ms" : ", max(ms) AS ms";
    String count = keep == Keep.COUNT ? ", CAST(count(*) AS DOUBLE) AS value" : "";
    return "SELECT " + key + time + count + " FROM " + rows + " GROUP BY " + key;
  }

  @Override
  public boolean comparesRows() {
    return true;
  }
}
