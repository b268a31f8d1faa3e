/**
 * Attributes of items and users, and counts of what happened before, as numbers for a model; fitted
 * already, and saved as small records. Uses the log and the JDK.
 *
 * <p>A feature is fitted on the training part alone. Each kind says what becomes of a missing
 * value.
 */
package heed.features;
