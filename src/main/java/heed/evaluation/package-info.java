/**
 * Metrics as pure functions, and the evaluator that ranks the full catalogue. Plain JDK.
 *
 * <p>Ties count against the target: a recommender that gives every item the same score ranks the
 * target last, not first.
 */
package heed.evaluation;
