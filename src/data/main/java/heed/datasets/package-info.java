/**
 * Data sets that recommenders are compared on, read from their original files: {@link
 * heed.datasets.KnownSet} tells what each must hold, on what terms it is to be had and whom to
 * cite.
 *
 * <p>None but MovieLens latest-small comes with Heed.
 */
package heed.datasets;
