package heed.evaluation.checkup;

import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.Predictions;
import heed.evaluation.Sampled;
import heed.evaluation.Ties;
import heed.log.Severity;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Looks at what a recommender scores: ties, gaps, company, and how others would have counted. */
final class ScoreCheck {

  /** Questions that are asked alone and in company. */
  private static final int ASKED_TWICE = 32;

  private static final int DRAWN = 100;

  /** Of a row's spread: above it no longer rounding. */
  private static final double ROUNDING = 1e-3;

  private final Evaluation evaluation;
  private final Recommender recommender;
  private final Predictions answers;
  private final Metric metric;
  private final double value;

  ScoreCheck(Evaluation evaluation, Recommender recommender, Predictions answers, Metric metric) {
    this.evaluation = evaluation;
    this.recommender = recommender;
    this.answers = answers;
    this.metric = metric;
    value = answers.mean(metric);
  }

  List<Suspicion> suspicions() {
    return List.of(
        tiesByNumber(), tiesForTarget(), noNumbers(), company(), sampling(), seenItems());
  }

  private Suspicion tiesByNumber() {
    long tied = Arrays.stream(answers.targetRanks().tied()).filter(count -> count > 0).count();
    double reads = answers.mean(metric, Ties.BY_NUMBER);
    return tied(tied, reads, "ties put in the order of item numbers");
  }

  private Suspicion tiesForTarget() {
    long tied = Arrays.stream(answers.targetRanks().tied()).filter(count -> count > 0).count();
    return tied(tied, answers.mean(metric, Ties.FOR), "ties decided for the target");
  }

  private Suspicion tied(long tied, double reads, String what) {
    String found =
        String.format(
            Locale.ROOT, "%,d of %,d targets tie", tied, answers.targetRanks().targetCount());
    return reads > value
        ? new Suspicion(
            Severity.WARN,
            what,
            found + "; so counted",
            OptionalDouble.of(reads),
            "count ties against the target, as this evaluation does")
        : new Suspicion(Severity.FINE, what, found, OptionalDouble.of(reads), "");
  }

  private Suspicion noNumbers() {
    int rows = Math.min(ASKED_TWICE, answers.size());
    long holes =
        Arrays.stream(recommender.score(evaluation.holdout().histories().subList(0, rows)))
            .filter(row -> IntStream.range(1, row.length).anyMatch(i -> Float.isNaN(row[i])))
            .count();
    String found = String.format(Locale.ROOT, "in %d of %d rows looked at", holes, rows);
    return new Suspicion(
        holes > 0 ? Severity.WARN : Severity.FINE,
        "scores that are no numbers",
        found,
        OptionalDouble.empty(),
        holes > 0 ? "look for a division by 0 or a learning rate that is too high" : "");
  }

  /** Does a score depend on who else is asked at the same time? */
  Suspicion company() {
    List<History> some =
        evaluation.holdout().histories().subList(0, Math.min(ASKED_TWICE, answers.size()));
    float[][] together = recommender.score(some);
    int moved = 0;
    for (int row = 0; row < together.length; row++) {
      float[] alone = recommender.score(List.of(some.get(row)))[0];
      moved += differ(alone, together[row]) ? 1 : 0;
    }
    return new Suspicion(
        moved > 0 ? Severity.WARN : Severity.FINE,
        "scores that change with who else is asked",
        String.format(Locale.ROOT, "%d of %d histories", moved, together.length),
        OptionalDouble.empty(),
        moved > 0 ? "look for batch normalisation, padding that is read, or dropout left on" : "");
  }

  private static boolean differ(float[] alone, float[] together) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    float apart = 0;
    for (int item = 1; item < alone.length; item++) {
      low = Math.min(low, alone[item]);
      high = Math.max(high, alone[item]);
      apart = Math.max(apart, Math.abs(alone[item] - together[item]));
    }
    return apart > ROUNDING * (high - low);
  }

  private Suspicion sampling() {
    int competing = Arrays.stream(answers.targetRanks().candidates()).max().orElse(2);
    Sampled sampled = new Sampled(metric, Math.max(1, Math.min(DRAWN, competing - 1)));
    double reads = sampled.mean(answers);
    return new Suspicion(
        Severity.NOTE,
        "negatives sampled instead of the full catalogue",
        String.format(
            Locale.ROOT,
            "not done here; %s reads %.1f times as much",
            sampled.name(),
            reads / value),
        OptionalDouble.of(reads),
        "hold no sampled figure against a full one");
  }

  private Suspicion seenItems() {
    boolean kept = evaluation.seen() == Seen.KEPT;
    Evaluation other = evaluation.withSeen(kept ? Seen.EXCLUDED : Seen.KEPT).withListLength(1);
    return new Suspicion(
        Severity.NOTE,
        kept ? "seen items kept" : "seen items left out",
        kept ? "done here; with them left out" : "done here; with them competing",
        OptionalDouble.of(other.answers(recommender).mean(metric)),
        "say which; hold no figure of the one kind against one of the other");
  }
}
