package heed.evaluation;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Judgement;
import heed.evaluation.significance.TextTable;
import heed.log.Counted;
import heed.recommend.Seen;
import heed.sequence.Holdout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Recommenders side by side on the same questions. Holds their answers, so that any measure, with
 * its interval and what it tells apart, can be asked of it later without scoring again.
 *
 * @param holdout the questions
 * @param seen whether seen items competed
 * @param timesEvaluated how often these questions have been asked with this time; empty if nobody
 *     counts
 * @param answers one per recommender
 */
public record Report(
    Holdout holdout, Seen seen, OptionalInt timesEvaluated, List<Predictions> answers) {

  public Report {
    answers = List.copyOf(answers);
    int[] offsets = holdout.offsets();
    for (Predictions one : answers) {
      if (one.size() != holdout.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s answered %,d questions of %,d; only answers to the same questions compare",
                one.recommender(),
                one.size(),
                holdout.size()));
      }
      if (!Arrays.equals(one.targetRanks().offsets(), offsets)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s ranks %,d targets where the questions have %,d, or others; only answers to the"
                    + " same questions compare",
                one.recommender(),
                one.targetRanks().targetCount(),
                holdout.targetCount()));
      }
    }
  }

  /** How many questions there were. */
  public int questions() {
    return holdout.size();
  }

  /** The usual figures of each recommender, in the order given. */
  public List<Score> scores() {
    return answers.stream().map(Score::of).toList();
  }

  /** NDCG@10 and its fellows at other cuts and counts, as many as asked for, in this order. */
  public EstimateTable on(Metric... metrics) {
    int[] users = holdout.users();
    return EstimateTable.of(
        conditions(),
        Arrays.stream(metrics).map(Metric::name).toList(),
        names(),
        column ->
            Judgement.defaults()
                .of(answers.stream().map(one -> one.each(metrics[column])).toList(), users));
  }

  /** One measure in each segment; what is best is judged within a segment. */
  public EstimateTable by(Segments segments, Metric metric) {
    if (segments.questions() != questions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the segments sort %,d questions, this report has %,d; make them of the same holdout",
              segments.questions(),
              questions()));
    }
    int[] users = holdout.users();
    Segments held = segments.withoutEmpty();
    return EstimateTable.of(
        metric.name() + " by " + held.name() + "; " + conditions(),
        held.headings(),
        names(),
        column -> {
          int[] kept = held.of(column);
          List<double[]> values =
              answers.stream().map(one -> chosen(one.each(metric), kept)).toList();
          int[] theirs = IntStream.of(kept).map(i -> users[i]).toArray();
          return Judgement.defaults().of(values, theirs);
        });
  }

  private static double[] chosen(double[] all, int[] kept) {
    return IntStream.of(kept).mapToDouble(i -> all[i]).toArray();
  }

  /** Every pair of recommenders, by the same users; adjusted for how many pairs there are. */
  public List<Difference> differences(Metric metric) {
    return Difference.ofPairs(answers, metric, holdout.users());
  }

  /**
   * What a sampled metric would read, beside the full one.
   *
   * @param drawn how many items are drawn beside the target, fewer than the catalogue holds
   * @throws IllegalArgumentException if there are not so many
   */
  public SampledTable sampled(Metric metric, int drawn) {
    int most = answers.stream().mapToInt(Predictions::mostOthers).max().orElse(0);
    if (drawn > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found %,d items to draw beside the target, expected at most the %,d that compete with"
                  + " it; draw fewer, or read the full metric, %s",
              drawn,
              most,
              metric.name()));
    }
    return SampledTable.of(new Sampled(metric, drawn), answers);
  }

  /** What was shown, beyond being right: the first {@code listLength} places of each list. */
  public ShownTable shown(ListMeasure... measures) {
    int places = answers.get(0).lists().k();
    return new ShownTable(
        "lists of " + places + " for " + Counted.of(questions(), "question"),
        Arrays.stream(measures).map(ListMeasure::name).toList(),
        answers.stream()
            .map(
                one ->
                    new ShownTable.Row(
                        one.recommender(),
                        Arrays.stream(measures).map(each -> each.of(one, holdout)).toList()))
            .toList());
  }

  /** What was done, in words. */
  public String conditions() {
    return String.format(
        Locale.ROOT,
        "%s, full catalogue, %s, ties against the target, %s%s",
        holdout,
        whatOfSeen(),
        TestSetEvaluations.words(timesEvaluated),
        unscored());
  }

  /** Of whom some questions got no score that is a number; empty if of nobody. */
  private String unscored() {
    return answers.stream()
        .filter(one -> one.unscored() > 0)
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "; %s gave no score that is a number to %,d of %s, which count as missed",
                    one.recommender(),
                    one.unscored(),
                    Counted.of(questions(), "question")))
        .collect(Collectors.joining());
  }

  private String whatOfSeen() {
    String rule = seen == Seen.EXCLUDED ? "seen items left out" : "seen items kept";
    int repeated = holdout.repeatedTargetCount();
    if (repeated == 0) {
      return rule;
    }
    return String.format(
        Locale.ROOT,
        "%s (%.1f%% of the targets were seen%s)",
        rule,
        100.0 * repeated / holdout.targetCount(),
        seen == Seen.EXCLUDED ? " and count as missed" : "");
  }

  private List<String> names() {
    return answers.stream().map(Predictions::recommender).toList();
  }

  @Override
  public String toString() {
    EstimateTable table = on(Metric.ndcg(10));
    TextTable text =
        new TextTable(List.of("NDCG@10", "95% interval", "HR@10", "MRR", "median rank"));
    List<Score> scores = scores();
    for (int i = 0; i < scores.size(); i++) {
      Score score = scores.get(i);
      Estimate estimate = table.rows().get(i).estimates().get(0);
      text.row(
          score.name(),
          List.of(
              table.cell(estimate),
              estimate.interval().toString(),
              String.format(Locale.ROOT, "%.4f", score.hitRate()),
              String.format(Locale.ROOT, "%.4f", score.meanReciprocalRank()),
              score.medianRankInWords()));
    }
    return table.explained() + "\n" + text;
  }
}
