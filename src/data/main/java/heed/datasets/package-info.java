/**
 * Published data sets that recommenders are compared on, read from their original files: {@link
 * heed.datasets.KnownSet} says what each must contain, on what terms it is published and whom to
 * cite. Uses the readers of logs, DuckDB, Tablesaw and Gson.
 *
 * <p>MovieLens latest-small and Online Retail II come with Heed.
 */
package heed.datasets;
