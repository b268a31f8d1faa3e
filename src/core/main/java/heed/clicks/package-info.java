/**
 * Clicks: what was shown to whom, whether it was taken, and all that was known before. Here they
 * are labelled, parted in time and joined with the features of user and item; {@link
 * heed.clicks.ClickPredictor} is the contract of everything that predicts them.
 *
 * <p>A side, user or item, has fields. A field of codes holds one number into a table, a field of
 * numbers some columns. What a click sees lies strictly before it: the counts, and the history of
 * what its user clicked.
 */
package heed.clicks;
