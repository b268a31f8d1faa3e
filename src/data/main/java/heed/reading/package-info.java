/**
 * Reads any log of who did what and when, says what is wrong with it, and cleans it.
 *
 * <p>The way in is {@link heed.log.Interactions#read(java.nio.file.Path)}. Files, queries and
 * tables all become texts in a DuckDB in memory for the time of the read, and codes and flat arrays
 * after it.
 */
package heed.reading;
