/**
 * The networks, each one file read top-down, and their configurations.
 *
 * <p>Letters: B batch, L length, D width, H heads, K interests, N items (row 0 of an item table is
 * padding).
 */
package heed.model;
