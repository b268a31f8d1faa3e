/**
 * The contract that every recommender meets: histories in, scores or ranked items out. Uses
 * sequences and the JDK.
 */
package heed.recommend;
