package heed.evaluation.checkup;

import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.Predictions;
import heed.log.Severity;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would inflate the figures of an evaluation, anybody's: given a split and a recommender, each
 * way to mislead with its effect on the metric where that can be measured. The questions are those
 * of the split's test; to look without evaluating on it, give parts that have the validation in its
 * place.
 *
 * @param recommender who was looked at
 * @param metric the measure
 * @param value what it reads on the questions as they are
 * @param suspicions all that was looked at, the worst first
 */
public record CheckUp(String recommender, Metric metric, double value, List<Suspicion> suspicions) {

  public CheckUp {
    suspicions = List.copyOf(suspicions);
  }

  /** Looks at NDCG@10, without fitting anything anew. */
  public static CheckUp of(Split.Parts split, Recommender recommender) {
    return of(split, recommender, Metric.ndcg(10), List.of());
  }

  /**
   * Looks at NDCG@10, and measures what knowing the future is worth by fitting the recommender once
   * more, on what came before half of the questions.
   *
   * @param fit makes the same kind of recommender of other training events
   */
  public static CheckUp of(
      Split.Parts split, Recommender recommender, Function<Sequences, Recommender> fit) {
    return of(split, recommender, Metric.ndcg(10), List.of(fit));
  }

  /** Looks at any measure, without fitting anything anew. */
  public static CheckUp of(Split.Parts split, Recommender recommender, Metric metric) {
    return of(split, recommender, metric, List.of());
  }

  /**
   * Looks at any measure, and fits the recommender once more.
   *
   * @param fit makes the same kind of recommender of other training events
   */
  public static CheckUp of(
      Split.Parts split,
      Recommender recommender,
      Metric metric,
      Function<Sequences, Recommender> fit) {
    return of(split, recommender, metric, List.of(fit));
  }

  private static CheckUp of(
      Split.Parts split,
      Recommender recommender,
      Metric metric,
      List<Function<Sequences, Recommender>> fit) {
    Evaluation evaluation = Evaluation.of(split.test());
    Predictions answers = evaluation.answers(recommender);
    List<Suspicion> found = new ArrayList<>();
    found.addAll(new QuestionCheck(split, answers, metric).suspicions());
    found.addAll(new ScoreCheck(evaluation, recommender, answers, metric).suspicions());
    fit.forEach(again -> found.add(new FutureCheck(split, recommender, metric).suspicion(again)));
    found.sort((a, b) -> b.severity().compareTo(a.severity()));
    return new CheckUp(recommender.name(), metric, answers.mean(metric), found);
  }

  /** What is to be worried about. */
  public List<Suspicion> warnings() {
    return suspicions.stream().filter(one -> one.severity() == Severity.WARN).toList();
  }

  /** What reads what, and how much there is to worry about. */
  public String summary() {
    int warnings = warnings().size();
    return String.format(
        Locale.ROOT,
        "%s, %s %.4f: %s",
        recommender,
        metric.name(),
        value,
        warnings == 0
            ? "nothing found that would inflate it"
            : warnings == 1 ? "1 thing to put right" : warnings + " things to put right");
  }

  @Override
  public String toString() {
    return summary() + suspicions.stream().map(one -> "\n" + one).collect(Collectors.joining());
  }
}
