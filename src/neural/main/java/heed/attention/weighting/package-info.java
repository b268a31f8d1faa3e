/**
 * What becomes of scores: attention weights, at least 0 and summing to 1 over the keys. Uses the
 * layers and DJL.
 *
 * <p>Letters: B batch, H heads, Q queries, S keys (the source). A score of minus infinity gets
 * weight 0. Results belong to the memory manager of the scores.
 */
package heed.attention.weighting;
