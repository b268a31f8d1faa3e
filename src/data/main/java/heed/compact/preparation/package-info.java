/**
 * Logs too large for memory: files are read, prepared, numbered and sorted by a database out of
 * core, and become one {@link heed.compact.CompactLog}. Uses the readers, the steps, and DuckDB.
 */
package heed.compact.preparation;
