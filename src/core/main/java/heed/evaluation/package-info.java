/**
 * Metrics as pure functions, and the evaluator that ranks the full catalogue. Plain JDK.
 *
 * <p>{@link heed.evaluation.Evaluation} asks a recommender every question of a holdout and keeps
 * its {@link heed.evaluation.Predictions}: where each target stood and what was shown. Everything
 * else is asked of answers: a {@link heed.evaluation.Metric} of ranks, a {@link
 * heed.evaluation.ListMeasure} of lists, {@link heed.evaluation.Segments} of questions, an interval
 * and a test by {@link heed.evaluation.significance.Judgement}. A {@link heed.evaluation.Report}
 * holds the answers of several recommenders to the same questions; a {@link
 * heed.evaluation.checkup.CheckUp} says what would inflate them.
 *
 * <p>Ties count against the target: a recommender that gives every item the same score ranks the
 * target last, not first.
 */
package heed.evaluation;
