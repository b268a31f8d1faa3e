package heed.decision;

import heed.explain.Dropping;
import heed.explain.Occlusion;
import heed.explain.Reasons;
import heed.explain.Support;
import heed.log.Counted;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some users with what they took last, their lists, and why each item stands there. */
final class SampleUsers {

  private static final int USERS = 10;
  private static final int LIST = 5;
  private static final int LAST_SHOWN = 5;
  private static final int REASONS = 2;
  private static final double LEAST_SHARE = .1;
  private static final String TOOK_IT = "taken before";
  private static final String NOTHING = "nothing that this user did lately: many take it";
  private static final String MUCH = "many events, each a little";

  /** What lies longer ago is not asked whether it was a reason. */
  private static final int READ = 30;

  private SampleUsers() {}

  /** What a page shows of users whose histories are of all lengths, from the shortest up. */
  static List<Object> parts(Holdout test, Recommender recommender, Seen seen) {
    List<Object> parts = new ArrayList<>();
    for (int question : chosen(test)) {
      History whole = test.histories().get(question);
      History history = whole.last(READ);
      Ranking ranking = recommender.recommend(history, LIST, seen);
      parts.add(
          new Page.Heading(
              String.format(
                  Locale.ROOT,
                  "A user with %s, the last: %s",
                  Counted.of(whole.length(), "event"),
                  String.join(" | ", whole.last(LAST_SHOWN).titles()))));
      parts.add(reasons(recommender, history, ranking));
      parts.add(
          new Page.Small(
              "What came next: "
                  + IntStream.of(test.targets(question))
                      .limit(LAST_SHOWN)
                      .mapToObj(whole.catalogue()::title)
                      .collect(Collectors.joining(" | "))
                  + "."));
    }
    return parts;
  }

  private static List<Reason> reasons(Recommender recommender, History history, Ranking ranking) {
    Occlusion occlusion = new Occlusion(new Dropping(recommender, Support.SCORE));
    return ranking.entries().stream()
        .map(entry -> Reason.of(occlusion.explain(history, entry.item()).reasons(READ)))
        .toList();
  }

  /**
   * A row of the page.
   *
   * @param recommended the title of an item
   * @param because what speaks for it, with its share of all that does
   */
  record Reason(String recommended, String because) {

    /** An item that was taken several times is one reason; what says less than a tenth is none. */
    static Reason of(Reasons reasons) {
      Map<String, Double> shares = new LinkedHashMap<>();
      reasons.reasons().forEach(one -> shares.merge(one.title(), one.share(), Double::sum));
      String because =
          shares.entrySet().stream()
              .filter(one -> one.getValue() >= LEAST_SHARE)
              .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
              .limit(REASONS)
              .map(
                  one ->
                      String.format(
                          Locale.ROOT,
                          "%s (%.0f%%)",
                          one.getKey().equals(reasons.item()) ? TOOK_IT : one.getKey(),
                          100 * one.getValue()))
              .collect(Collectors.joining(", "));
      return new Reason(
          reasons.item(), because.isEmpty() ? shares.isEmpty() ? NOTHING : MUCH : because);
    }
  }

  /** Evenly spread over the lengths of histories, one question a user. */
  private static int[] chosen(Holdout test) {
    List<Integer> byLength =
        IntStream.range(0, test.size())
            .filter(question -> test.histories().get(question).length() > 1)
            .boxed()
            .sorted(Comparator.comparingInt(question -> test.histories().get(question).length()))
            .toList();
    int count = Math.min(USERS, byLength.size());
    return IntStream.range(0, count)
        .map(i -> byLength.get((int) ((i + .5) * byLength.size() / count)))
        .toArray();
  }
}
