/**
 * Networks with one state for each position of a history, each in one file with its record of
 * settings. Uses attention, layers and DJL.
 *
 * <p>Letters: B batch, L length, D width, H heads, M memory slots, N items (row 0 of an item table
 * is padding).
 */
package heed.model.sequential;
