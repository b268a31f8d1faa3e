/**
 * Logs whose truth is known, for questions that no real log can answer: did the network find the
 * planted interest, does attention point at the planted cause, how close does a metric come to the
 * best possible value? Uses the core and Tablesaw.
 *
 * <p>{@link heed.planted.Planted} plans histories, {@link heed.planted.PlantedClicks} clicks. A
 * {@link heed.planted.Rule} decides each next item, and {@link heed.planted.PlantedTruth} tells
 * what decided.
 */
package heed.planted;
