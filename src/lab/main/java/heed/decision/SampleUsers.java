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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some users with what they took last, their lists, and why each item stands there. */
final class SampleUsers {

  private static final int USERS = 10;
  private static final int LIST = 5;
  private static final int LAST_SHOWN = 5;
  private static final int REASONS = 2;

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

  private static List<Reasons> reasons(Recommender recommender, History history, Ranking ranking) {
    Occlusion occlusion = new Occlusion(new Dropping(recommender, Support.SCORE));
    return ranking.entries().stream()
        .map(entry -> occlusion.explain(history, entry.item()).reasons(REASONS))
        .toList();
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
