/**
 * Reads a log of who did what and when, from text, JSON, Parquet, a database or a table. Uses the
 * core, DuckDB and Tablesaw.
 *
 * <p>The way in is {@link heed.log.Interactions#read(java.nio.file.Path)}. While a log is read,
 * every source becomes columns of text in an in-memory DuckDB; what leaves it are codes and flat
 * arrays.
 */
package heed.reading;
