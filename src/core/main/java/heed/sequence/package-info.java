/**
 * Histories as numbers: a catalogue that numbers the items from 1, flat sequences for each user,
 * and splits into training, validation and test with their leaks counted. Uses the log's events and
 * the JDK.
 *
 * <p>Item 0 is padding everywhere in Heed. Letters: N items of the catalogue.
 */
package heed.sequence;
