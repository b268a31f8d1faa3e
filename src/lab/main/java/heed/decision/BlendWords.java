package heed.decision;

import heed.evaluation.Difference;
import heed.recommend.Recommender;
import java.util.List;
import java.util.Locale;

/**
 * Whether the blend is ahead of the better of the two that it is made of, on the test.
 *
 * @param better the name of the better: the best baseline or the network
 * @param difference the better minus the blend, by the same users
 */
record BlendWords(String better, Difference difference) {

  /** The better is the one that does better on the test, which is no favour to the blend. */
  static BlendWords of(Contest contest) {
    List<Difference> pairs = contest.differences(); // Best and network, best and blend, the two.
    boolean network = contest.value(contest.network()) > contest.value(contest.best());
    Recommender better = network ? contest.network() : contest.best();
    return new BlendWords(better.name(), pairs.get(network ? 2 : 1));
  }

  /** By more than chance. */
  boolean isAhead() {
    return Advice.wins(difference);
  }

  /** The verdict, with its interval. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        isAhead()
            ? "The network with counts is ahead of the better of the two alone, %s: NDCG@10 %s."
            : Advice.isReal(difference)
                ? "The network with counts is behind the better of the two alone, %s: NDCG@10 %s."
                : "The network with counts is not distinguishable from the better of the two alone,"
                    + " %s: NDCG@10 %s.",
        better,
        Advice.size(difference));
  }
}
