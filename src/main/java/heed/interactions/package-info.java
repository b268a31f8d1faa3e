/**
 * Reads any log of who did what and when, says what is wrong with it, and cleans it.
 *
 * <p>The way in is {@link heed.interactions.Interactions#read(java.nio.file.Path)}. Tablesaw is the
 * table underneath.
 */
package heed.interactions;
