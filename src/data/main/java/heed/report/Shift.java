package heed.report;

import java.time.Instant;

/**
 * How far what users choose moved from one period to the next, and how far chance alone goes.
 *
 * @param at when the later period begins
 * @param divergence the Jensen-Shannon divergence of the two periods' shares of items, in bits, in
 *     0..1
 * @param chanceLow the least divergence when users are dealt to the two periods at random
 * @param chance the mean of those
 * @param chanceHigh the largest of those
 */
public record Shift(
    Instant at, double divergence, double chanceLow, double chance, double chanceHigh) {}
