/**
 * Published data sets that recommenders are compared on, read from their original files: {@link
 * heed.datasets.KnownSet} says what each must contain, on what terms it is published and whom to
 * cite. Uses the readers of logs, Tablesaw and Gson.
 *
 * <p>Only MovieLens latest-small comes with Heed.
 */
package heed.datasets;
