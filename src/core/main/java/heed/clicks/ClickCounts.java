package heed.clicks;

import java.util.List;

/**
 * Counts of the past, scaled to the share of smaller ones in the training part, so that a count
 * which has grown beyond all of them stays within 0..1.
 *
 * @param fields one a count
 * @param scaled by row of the log
 */
public record ClickCounts(List<ClickFields.Numbers> fields, float[][] scaled) {}
