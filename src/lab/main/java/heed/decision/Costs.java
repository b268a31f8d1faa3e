package heed.decision;

import heed.baseline.Baseline;
import heed.log.Counted;
import heed.recipe.RecipeRun;
import heed.recommend.Recommender;
import heed.sequence.History;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What training and answering take on this machine. */
final class Costs {

  private static final int ANSWERS = 100;

  private Costs() {}

  /** A figure and what it is of. */
  record Cost(String what, String cost) {}

  static List<Cost> of(Split.Parts split, Baseline best, Contest contest, RecipeRun run) {
    List<Cost> costs = new ArrayList<>();
    long start = System.nanoTime();
    best.fit(split.train());
    costs.add(new Cost("counting " + best.name(), seconds(System.nanoTime() - start)));
    costs.add(
        new Cost(
            "training " + run.network().name(),
            String.format(
                Locale.ROOT,
                "%.0f s, %,d parameters, on %s",
                run.network().seconds(),
                run.network().parameters().count(),
                run.network().device())));
    List<Recommender> asked = new ArrayList<>(List.of(contest.best(), contest.network()));
    contest.blend().ifPresent(asked::add);
    for (Recommender one : asked) {
      String name = contest.together().called(one.name());
      costs.add(new Cost("one answer of " + name, answer(split, one)));
    }
    return costs;
  }

  /** The median over some questions, asked one at a time. */
  private static String answer(Split.Parts split, Recommender recommender) {
    List<History> histories = split.test().histories();
    int count = Math.min(ANSWERS, histories.size());
    long[] nanoseconds = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      recommender.recommend(histories.get(i * histories.size() / count), 10);
      nanoseconds[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanoseconds);
    return String.format(
        Locale.ROOT,
        "%.3f ms (median of %d), over %s",
        nanoseconds[count / 2] / 1e6,
        count,
        Counted.of(split.catalogue().size(), "item"));
  }

  private static String seconds(long nanoseconds) {
    return String.format(Locale.ROOT, "%.1f s", nanoseconds / 1e9);
  }
}
