package heed.decision;

import heed.training.StopReason;
import heed.training.TrainingRun;
import heed.training.optimizer.Epoch;
import java.util.List;
import java.util.Locale;

/**
 * What a learning curve says.
 *
 * @param kind the judgement
 * @param words with its numbers
 */
record CurveWords(Kind kind, String words) {

  /** The best epoch among the last so many tells that more epochs would have helped. */
  private static final double LATE = .9;

  /** A fall below the best by more than this share is more than noise. */
  private static final double FALL = .05;

  private static final int SHORTEST = 3;

  enum Kind {
    TOO_SHORT,
    STILL_RISING,
    OVERFITTED,
    LEVEL
  }

  static CurveWords of(TrainingRun run) {
    return of(run.curve(), run.bestEpoch(), run.ending());
  }

  /** Judges a curve by where its best epoch lies and how far validation fell after it. */
  static CurveWords of(List<Epoch> curve, int best, StopReason ending) {
    int epochs = curve.size();
    if (epochs < SHORTEST) {
      return new CurveWords(
          Kind.TOO_SHORT,
          String.format(
              Locale.ROOT,
              "Only %d %s finished (%s): too few to judge. Give it more time with --minutes.",
              epochs,
              epochs == 1 ? "epoch was" : "epochs were",
              ending));
    }
    double top = curve.get(best - 1).validation();
    double last = curve.get(epochs - 1).validation();
    boolean lossFalls = curve.get(epochs - 1).loss() < curve.get(best - 1).loss();
    String numbers =
        String.format(
            Locale.ROOT,
            "the best validation NDCG@10, %.4f, came after epoch %d of %d, the last epoch had %.4f;"
                + " it ended because %s",
            top,
            best,
            epochs,
            last,
            ending);
    if (ending == StopReason.TIME_IS_UP && best >= LATE * epochs) {
      return new CurveWords(
          Kind.STILL_RISING, "Still rising when the time was up: " + numbers + ".");
    }
    if (last < (1 - FALL) * top && lossFalls) {
      return new CurveWords(
          Kind.OVERFITTED,
          "It was at its best before the end: from there the loss went on falling while validation"
              + " fell, so more epochs would not help. The weights of the best epoch were kept: "
              + numbers
              + ".");
    }
    return new CurveWords(Kind.LEVEL, "It had levelled off: " + numbers + ".");
  }
}
