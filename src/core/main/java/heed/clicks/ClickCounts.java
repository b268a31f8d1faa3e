package heed.clicks;

import heed.features.fitting.Count;
import heed.features.fitting.CountTable;
import heed.features.fitting.PastCounts;
import heed.features.fitting.Scaler;
import heed.log.Interactions;
import java.util.List;

/**
 * Counts of the past, scaled to the share of smaller ones in the training part, so that a count
 * which has grown beyond all of them stays within 0..1.
 *
 * @param fields one a count
 * @param scaled by row of the log
 */
record ClickCounts(List<ClickFields.Numbers> fields, float[][] scaled) {

  static ClickCounts of(Interactions log, List<Count> counts, int[] training) {
    if (counts.isEmpty()) {
      return new ClickCounts(List.of(), new float[log.size()][0]);
    }
    CountTable table = PastCounts.of(log, counts.toArray(Count[]::new)).atEvents();
    return new ClickCounts(
        table.names().stream().map(name -> new ClickFields.Numbers(name, 1)).toList(),
        table.fit(Scaler.QUANTILE, training).of(table));
  }
}
