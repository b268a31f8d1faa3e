package heed.serve;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import heed.recommend.Recommender;
import heed.recommend.rule.BoundRules;
import heed.sequence.History;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A request in the numbers of one catalogue, on its way to an answer.
 *
 * @param request what was asked
 * @param history what is to be read
 * @param source what the list will rest on
 * @param scorer who scores
 * @param rules the model's and the request's
 * @param warnings so far
 * @param arrived by the JVM's clock, in nanoseconds
 * @param answer is completed by a worker
 */
record Task(
    Request request,
    History history,
    Answer.Source source,
    Recommender scorer,
    BoundRules rules,
    List<String> warnings,
    Duration deadline,
    long arrived,
    CompletableFuture<Answer> answer) {

  boolean isLate() {
    return System.nanoTime() - arrived > NANOSECONDS.convert(deadline);
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - arrived);
  }
}
