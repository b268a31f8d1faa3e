/**
 * Histories as numbers: a catalogue that numbers the items from 1, flat sequences per user, and
 * splits into training, validation and test. Item 0 is padding everywhere in Heed.
 */
package heed.sequence;
