/**
 * The best items of large catalogues: found among the items' vectors without the scores of all at
 * once.
 *
 * <p>B states, N items, D width.
 */
package heed.retrieval;
