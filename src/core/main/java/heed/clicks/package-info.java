/**
 * Rows that were shown to somebody, whether each was clicked, and what was known before; and {@link
 * heed.clicks.ClickPredictor}, the contract of everything that predicts clicks. Uses sequences and
 * features.
 *
 * <p>A row has two sides, user and item, and each side has fields. A field of codes is an index
 * into a table; a field of numbers has columns. Everything that a row shows a model lies strictly
 * before it: counts of the past, and the history of what its user clicked.
 */
package heed.clicks;
