package heed.decision;

import heed.decision.Cause.Kind;
import heed.log.Counted;
import heed.training.StopReason;
import heed.training.TrainingRun;
import heed.training.optimizer.Epoch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Causes that lie in how a network was trained.
 *
 * @param curve its epochs
 * @param best the number of the best, from 1; 0 before the first
 * @param ending why it ended
 * @param popularity what popularity reaches on the validation part
 */
record TrainingCauses(List<Epoch> curve, int best, StopReason ending, double popularity) {

  /** A loss that stays within this share of itself does not move. */
  private static final double MOVES = .01;

  /** A loss that rises in one step of so many does not settle. */
  private static final int RISES = 4;

  /** Fewer epochs than that tell nothing of a rate. */
  private static final int ENOUGH = 4;

  /** A network that learns anything soon has more than this share of what popularity reaches. */
  private static final double LEARNS = .9;

  /** The best epoch among the last so many tells that more epochs would have helped. */
  private static final double LATE = .9;

  static TrainingCauses of(TrainingRun run, double popularity) {
    return new TrainingCauses(run.curve(), run.bestEpoch(), run.ending(), popularity);
  }

  /** A rate that does not fit goes before what follows from it. */
  List<Cause> found() {
    Optional<Cause> rate = learningRate();
    return rate.isPresent()
        ? List.of(rate.get())
        : Stream.of(tooShort(), overfitted()).flatMap(Optional::stream).toList();
  }

  private double validation() {
    return best == 0 ? 0 : curve.get(best - 1).validation();
  }

  private Optional<Cause> learningRate() {
    if (ending == StopReason.DIVERGED) {
      return cause(
          Kind.LEARNING_RATE,
          "the loss stopped being a number after " + Counted.of(curve.size(), "epoch"),
          "Lower it to a tenth, shorten gradients (withGradientClipNorm(1)) or warm up");
    }
    if (curve.size() < ENOUGH || validation() >= LEARNS * popularity) {
      return Optional.empty();
    }
    double first = curve.get(0).loss();
    double least = curve.stream().mapToDouble(Epoch::loss).min().orElseThrow();
    double most = curve.stream().mapToDouble(Epoch::loss).max().orElseThrow();
    boolean still = most - least < MOVES * first;
    if (!still && rises() * RISES < curve.size() - 1) {
      return Optional.empty();
    }
    return cause(
        Kind.LEARNING_RATE,
        String.format(
            Locale.ROOT,
            "in %s the loss went from %.3f to %.3f, between %.3f and %.3f, and validation"
                + " NDCG@10 reached %.4f where popularity has %.4f",
            Counted.of(curve.size(), "epoch"),
            first,
            curve.get(curve.size() - 1).loss(),
            least,
            most,
            validation(),
            popularity),
        still
            ? "It is too low: raise it tenfold, until the loss falls within the first epochs"
            : "It is too high: lower it to a tenth, until the loss falls from epoch to epoch");
  }

  private int rises() {
    int rises = 0;
    for (int i = 1; i < curve.size(); i++) {
      rises += curve.get(i).loss() > curve.get(i - 1).loss() ? 1 : 0;
    }
    return rises;
  }

  private Optional<Cause> tooShort() {
    CurveWords words = CurveWords.of(curve, Math.max(1, best), ending);
    boolean cut =
        (ending == StopReason.TIME_IS_UP || ending == StopReason.ALL_EPOCHS)
            && best >= LATE * curve.size();
    return words.kind() != CurveWords.Kind.TOO_SHORT && !cut
        ? Optional.empty()
        : cause(
            Kind.TOO_SHORT,
            String.format(
                Locale.ROOT,
                "of %s the best was number %d, and it ended because %s",
                Counted.of(curve.size(), "epoch"),
                best,
                ending),
            "Give it more time (--minutes), or more epochs (StoppingRule.withEpochs)");
  }

  private Optional<Cause> overfitted() {
    if (best == 0 || validation() >= popularity) {
      return Optional.empty();
    }
    CurveWords words = CurveWords.of(curve, best, ending);
    return words.kind() != CurveWords.Kind.OVERFITTED
        ? Optional.empty()
        : cause(
            Kind.OVERFITTED,
            String.format(
                Locale.ROOT,
                "after epoch %d of %d the loss went on falling, from %.3f to %.3f, while validation"
                    + " NDCG@10 fell from %.4f to %.4f; popularity has %.4f",
                best,
                curve.size(),
                curve.get(best - 1).loss(),
                curve.get(curve.size() - 1).loss(),
                validation(),
                curve.get(curve.size() - 1).validation(),
                popularity),
            "Take a smaller network (withWidth, one layer), more dropout, or more of the log");
  }

  private static Optional<Cause> cause(Kind kind, String evidence, String remedy) {
    return Optional.of(new Cause(kind, evidence, remedy));
  }
}
