/**
 * The contract of networks over histories and clicks, and what their implementations share. Each
 * network is one file that is read from top to bottom, and one record of settings. Uses the layers,
 * attention and DJL.
 *
 * <p>Letters: B batch, L length, D width, H heads, K interests, N items (row 0 of an item table is
 * padding).
 */
package heed.model;
