/**
 * Reads a log of who did what and when: walks the rows of a source and turns each into an event or
 * a bad row. Uses the core, DuckDB and Tablesaw.
 *
 * <p>The way in is {@link heed.log.Interactions#read(java.nio.file.Path)}. What a file is, {@link
 * heed.reading.source} finds out and makes columns of text of it; here they become codes and flat
 * arrays.
 */
package heed.reading;
