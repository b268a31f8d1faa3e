/**
 * What a log's file is, found out and taken apart: packed or plain, text or Parquet or JSON, how it
 * separates and names its columns. Uses DuckDB, Gson and Tablesaw.
 *
 * <p>The way in is {@link heed.reading.source.LogSource}: named columns of texts in a {@link
 * heed.reading.source.Database} in memory, and the rows that could not be told apart. What the
 * columns mean is the matter of {@link heed.reading}.
 */
package heed.reading.source;
