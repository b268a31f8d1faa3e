/**
 * Metrics as pure functions, and the evaluation that ranks the full catalogue. Uses sequences, the
 * recommender's contract and the JDK.
 *
 * <p>{@link heed.evaluation.Evaluation} asks a recommender every question of a holdout and keeps
 * its {@link heed.evaluation.Predictions}: the rank of each target and the list that was shown.
 * Everything else is computed from these: a {@link heed.evaluation.Metric} from ranks, a {@link
 * heed.evaluation.ListMeasure} from lists, both by {@link heed.evaluation.Segments} of questions,
 * with an interval and a test by {@link heed.evaluation.significance.Judgement}. A {@link
 * heed.evaluation.Report} holds several recommenders' answers to the same questions; a {@link
 * heed.evaluation.checkup.CheckUp} says what would inflate their figures.
 *
 * <p>Ties count against the target: a recommender that gives every item the same score ranks the
 * target last.
 */
package heed.evaluation;
