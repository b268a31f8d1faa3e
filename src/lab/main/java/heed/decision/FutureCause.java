package heed.decision;

import heed.baseline.Baseline;
import heed.evaluation.Evaluation;
import heed.log.Counted;
import heed.recommend.Recommender;
import heed.sequence.Holdout;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether popularity knew the future: it counts best over the very time that is asked about.
 *
 * @param split the parts
 * @param popularity that counts, to be fitted anew on the past alone
 */
record FutureCause(Split.Parts split, Baseline popularity) {

  /** How much better popularity is for the future; less is noise. */
  private static final double FLATTERED = 1.5;

  /** The cause, if popularity has learnt what is asked, or reads much better for knowing it. */
  Optional<Cause> found() {
    Leaks leaks = Leaks.of(split.train(), split.test());
    if (leaks.targetsInTraining() + leaks.futureInHistory() > 0) {
      return cause(
          String.format(
              Locale.ROOT,
              "%,d of %s in the training part, %s an event later than their target",
              leaks.targetsInTraining(),
              Counted.of(leaks.targets(), "target stands", "targets stand"),
              Counted.of(leaks.futureInHistory(), "history holds", "histories hold")),
          "Fit on what lies before the test only, popularity, too");
    }
    return !split.train().hasTimes() || leaks.afterTheTarget() == 0
        ? Optional.empty()
        : flattered();
  }

  /** Popularity of the whole training part against that of the past, asked about the later half. */
  private Optional<Cause> flattered() {
    Holdout test = split.test();
    long[] times = IntStream.range(0, test.size()).mapToLong(test::time).sorted().toArray();
    long cut = times[times.length / 2];
    Sequences past = before(split.train(), cut);
    if (past.events() == 0 || past.events() == split.train().events()) {
      return Optional.empty();
    }
    Evaluation later = Evaluation.of(test.where(question -> test.time(question) >= cut));
    double all = value(later, popularity.fit(split.train()));
    double without = value(later, popularity.fit(past));
    return all < FLATTERED * without
        ? Optional.empty()
        : cause(
            String.format(
                Locale.ROOT,
                "on the later half of the test popularity reads NDCG@10 %.4f with the training part"
                    + " as it is, %.4f with what lies before these questions",
                all,
                without),
            "Split by time (Split.byTime), so that nothing knows what others did later");
  }

  private static double value(Evaluation evaluation, Recommender recommender) {
    return evaluation.mean(Contest.METRIC).applyAsDouble(recommender);
  }

  static Sequences before(Sequences train, long moment) {
    int[] ends = new int[train.size()];
    for (int user = 0; user < ends.length; user++) {
      while (ends[user] < train.length(user) && train.time(user, ends[user]) < moment) {
        ends[user]++;
      }
    }
    return train.slice(new int[ends.length], ends);
  }

  private static Optional<Cause> cause(String evidence, String remedy) {
    return Optional.of(new Cause(Cause.Kind.FUTURE, evidence, remedy));
  }
}
