package heed.bench;

import heed.evaluation.TestSetEvaluations;
import heed.experiment.DataFingerprint;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What everybody on a leaderboard is asked.
 *
 * @param <T> what is learnt from
 * @param <P> what comes of learning
 * @param <A> its answers to the test
 * @param <R> the report of all answers
 */
interface Contest<T, P, A, R> {

  /** Which data it is about. */
  DataFingerprint data();

  T train();

  /** The parts in words. */
  String parts();

  /** All that decides the results beside the candidates, in words. */
  default String decisive() {
    return data() + " " + parts();
  }

  /** The name of what settings are chosen by. */
  String measure();

  /** Judges on the validation part, higher is better. */
  ToDoubleFunction<P> validation();

  /**
   * Asks the test. This does not count as an evaluation of the test set.
   *
   * @param name that the answers go by
   */
  A ask(String name, P learnt);

  /** Counts that the test is opened. */
  OptionalInt open(TestSetEvaluations evaluations);

  /** All answers side by side. */
  R report(OptionalInt timesEvaluated, List<A> answers);

  /** How answers are kept until all have been asked. */
  Class<A> answers();

  /** The figures of answers, by the names that records share. */
  Map<String, Double> metrics(A answers);
}
