package heed.decision;

import heed.evaluation.Difference;
import heed.recommend.Recommender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the blend is ahead of the better of the two that it is made of, on the test.
 *
 * @param named what the blend is called
 * @param ofWhat which two the better is of
 * @param better the name of the better: the best baseline or the network
 * @param difference the better minus the blend, by the same users
 */
record BlendWords(String named, String ofWhat, String better, Difference difference) {

  /** The better is the one that does better on the test, which is no favour to the blend. */
  static Optional<BlendWords> of(Contest contest) {
    if (contest.blend().isEmpty()) {
      return Optional.empty();
    }
    List<Difference> pairs = contest.differences(); // Best and network, best and blend, the two.
    boolean network = contest.value(contest.network()) > contest.value(contest.best());
    Recommender better = network ? contest.network() : contest.best();
    String name = contest.together().called(contest.blend().get().name());
    String two =
        contest.together().withNetwork() ? "the two alone" : "the network and the best baseline";
    return Optional.of(new BlendWords(name, two, better.name(), pairs.get(network ? 2 : 1)));
  }

  /** By more than chance. */
  boolean isAhead() {
    return Advice.wins(difference);
  }

  /** The verdict, with its interval. */
  String sentence() {
    String verdict =
        isAhead() ? "ahead of" : Advice.isReal(difference) ? "behind" : "not distinguishable from";
    return String.format(
        Locale.ROOT,
        "%s%s is %s the better of %s, %s: NDCG@10 %s.",
        named.substring(0, 1).toUpperCase(Locale.ROOT),
        named.substring(1),
        verdict,
        ofWhat,
        better,
        Advice.size(difference));
  }
}
