/**
 * How well a query fits a key: the scores that a weighting turns into attention weights. Uses the
 * layers and DJL.
 *
 * <p>Letters: B batch, H heads, Q queries, S keys (the source), d width of a head, h hidden width.
 * Results belong to the memory manager of the queries.
 */
package heed.attention.scoring;
