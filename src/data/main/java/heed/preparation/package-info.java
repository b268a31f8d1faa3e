/**
 * The steps that clean a log: missing values, duplicates, bots, outliers, thresholds, types,
 * periods, sessions, pseudonyms, and the removal of a person. Uses the log and the JDK.
 *
 * <p>A step is fitted to a log, which fixes its numbers, and then applied; what it did is recorded.
 */
package heed.preparation;
