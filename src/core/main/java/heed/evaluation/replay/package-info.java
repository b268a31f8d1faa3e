/**
 * A log lived again in the order of time, to see what becomes of an answer as the last training
 * grows old. Uses evaluation, sequences and the recommender's contract.
 */
package heed.evaluation.replay;
