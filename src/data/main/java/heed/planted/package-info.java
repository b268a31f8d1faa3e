/**
 * Logs whose truth is known, to ask what no real log can answer: did the network find the planted
 * interest, does the attention point at the planted cause, does the metric reach the known optimum.
 *
 * <p>{@link heed.planted.Planted} plans histories, {@link heed.planted.PlantedClicks} clicks; a
 * {@link heed.planted.Rule} says what decides; {@link heed.planted.PlantedTruth} tells the truth.
 */
package heed.planted;
