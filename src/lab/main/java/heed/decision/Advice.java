package heed.decision;

import heed.evaluation.Difference;
import heed.evaluation.significance.Power;
import heed.recommend.Recommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody with this log should do, and what would change that.
 *
 * @param recommended what to use
 * @param sentence why, in plain words
 * @param changes what would change it
 */
record Advice(Recommender recommended, String sentence, List<String> changes) {

  /** Nobody has so many times the users. */
  private static final int MANY_TIMES = 100;

  Advice {
    changes = List.copyOf(changes);
  }

  /**
   * Judges by the test. A blend is recommended where it is ahead of both of its parts, or ahead of
   * the best baseline where the network alone is not.
   */
  static Advice of(Contest contest, Causes causes) {
    Difference network = contest.differences().get(0); // Of the best baseline and the network.
    Optional<BlendWords> blend = BlendWords.of(contest);
    if (blend.filter(BlendWords::isAhead).isPresent()) {
      boolean withNetwork = contest.together().withNetwork();
      return new Advice(
          contest.blend().orElseThrow(),
          String.format(
              Locale.ROOT,
              "Use %s: it is ahead of the better of %s, %s; NDCG@10 %s.",
              withNetwork ? "the network together with counts" : blend.get().named(),
              blend.get().ofWhat(),
              blend.get().better(),
              size(blend.get().difference())),
          List.of(alone(contest, blend.get()), seeds()));
    }
    if (wins(network)) {
      return new Advice(
          contest.network(),
          String.format(
              Locale.ROOT,
              "Use the network: it is ahead of the best baseline, %s; NDCG@10 %s. Counts add"
                  + " nothing to it that these users can show.",
              contest.best().name(),
              size(network)),
          List.of(seeds()));
    }
    if (blend.isPresent() && wins(contest.differences().get(1))) {
      return overBaseline(contest, blend.get());
    }
    boolean worse = network.mean() > 0 && isReal(network);
    String sentence =
        String.format(
            Locale.ROOT,
            worse
                ? "Keep %s: the network is behind it; NDCG@10 %s. %s"
                : "Keep %s: the network is not distinguishable from it; NDCG@10 %s. %s",
            contest.best().name(),
            size(network),
            blend.map(BlendWords::sentence).orElse(contest.together().words()));
    return new Advice(contest.best(), sentence, changes(causes, contest.power(), network));
  }

  /** The same, told first who is better where users are shown only what is new to them. */
  Advice withNewItems(Contest contest) {
    List<String> told = new ArrayList<>(changes);
    contest
        .behindOnNewItems(recommended)
        .map(
            pair ->
                String.format(
                    Locale.ROOT,
                    "Lists of what a user has not had yet: there use %s, which is ahead of %s; NDCG@10"
                        + " %s.",
                    pair.second(),
                    pair.first(),
                    size(pair)))
        .ifPresent(sentence -> told.add(0, sentence));
    return new Advice(recommended, sentence, told);
  }

  private static List<String> changes(Causes causes, Power power, Difference difference) {
    List<String> changes = new ArrayList<>();
    causes.found().stream().map(Cause::sentence).forEach(changes::add);
    double smallest = power.smallest(power.users());
    if (Math.abs(difference.mean()) < smallest) {
      long wanted = power.usersFor(difference.mean());
      changes.add(
          wanted > MANY_TIMES * (long) power.users()
              ? String.format(
                  Locale.ROOT,
                  "The %,d users who were asked show differences of %.4f and more between these two;"
                      + " the one that was found, %.4f, is next to nothing, and no log of a usual size"
                      + " would tell it from nothing.",
                  power.users(),
                  smallest,
                  Math.abs(difference.mean()))
              : String.format(
                  Locale.ROOT,
                  "More users: the %,d who were asked show differences of %.4f and more between these"
                      + " two; to show the one that was found, %.4f, takes about %,d.",
                  power.users(),
                  smallest,
                  Math.abs(difference.mean()),
                  wanted));
    }
    changes.add(
        "More of the log: another year, views beside purchases, or texts of the items, which help"
            + " with items that are new or rare.");
    changes.add(
        "An A/B test: on the lists that users see, a difference that is too small for a log may"
            + " matter, and the other way round.");
    return changes;
  }

  /**
   * Ahead of the best baseline, which the network alone is not; that the two do not differ from
   * each other by more than chance is no reason to stay with what is behind one of them.
   */
  private static Advice overBaseline(Contest contest, BlendWords blend) {
    return new Advice(
        contest.blend().orElseThrow(),
        String.format(
            Locale.ROOT,
            "Use %s: it is ahead of the best baseline, %s; NDCG@10 %s. The network alone is not"
                + " distinguishable from either.",
            contest.together().withNetwork() ? "the network together with counts" : blend.named(),
            contest.best().name(),
            size(contest.differences().get(1))),
        List.of(alone(contest, blend), seeds()));
  }

  /** What is given up by whoever runs one thing less. */
  private static String alone(Contest contest, BlendWords blend) {
    double together = contest.value(contest.blend().orElseThrow());
    double one = together + blend.difference().mean();
    return String.format(
        Locale.ROOT,
        "%s If one recommender is easier to run: %s alone reaches %.4f, %.0f%% less than the %.4f of"
            + " all together.",
        contest.together().words(),
        blend.better(),
        one,
        100 * (1 - one / together),
        together);
  }

  private static String seeds() {
    return "One seed was trained. Before a difference near the smallest that these users can show"
        + " is believed, train two or three more (Training.withSeed).";
  }

  /** Whether the second of a pair is ahead, by more than chance. */
  static boolean wins(Difference pair) {
    return pair.mean() < 0 && isReal(pair);
  }

  static boolean isReal(Difference pair) {
    return pair.pValue() < Contest.LEVEL;
  }

  /** How far the second of a pair is ahead of the first; below 0 where it is behind. */
  static String size(Difference pair) {
    return String.format(
        Locale.ROOT,
        "%+.4f (95%% interval %+.4f to %+.4f, p = %.4f)",
        negated(pair.mean()),
        negated(pair.interval().high()),
        negated(pair.interval().low()),
        pair.pValue());
  }

  /** To four digits; nothing has no sign, since "-0.0000" looks like a loss. */
  private static double negated(double value) {
    return Math.round(-value * 1e4) / 1e4;
  }
}
