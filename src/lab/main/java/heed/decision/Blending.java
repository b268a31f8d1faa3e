package heed.decision;

import heed.baseline.Baseline;
import heed.decision.TunedBaselines.Tuned;
import heed.evaluation.BlendSearch;
import heed.recipe.RecipeRun;
import heed.recommend.Recommender;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the network is blended with: the neighbours of the recipe, or the baselines that validate
 * best on this log, whichever blend validates better.
 *
 * @param searches of the blend that was chosen
 * @param rows all that was tried
 * @param seconds all of it took
 */
record Blending(List<BlendSearch> searches, List<Row> rows, double seconds) {

  /** A third one moves a blend of two by next to nothing. */
  private static final int BEST = 2;

  /** A row of the page. */
  record Row(String blend, String validation) {

    /** A part without a share is not named. */
    static List<Row> of(List<BlendSearch> chain) {
      return IntStream.range(0, chain.size())
          .mapToObj(
              i ->
                  new Row(
                      Together.mixture(Together.whole(chain.subList(0, i + 1))),
                      String.format(Locale.ROOT, "%.4f", chain.get(i).best())))
          .toList();
    }
  }

  Blending {
    searches = List.copyOf(searches);
    rows = List.copyOf(rows);
  }

  static Blending of(
      Recommender network, List<Baseline> recipe, TunedBaselines baselines, Split.Parts split) {
    long start = System.nanoTime();
    List<List<Recommender>> chains = new ArrayList<>();
    chains.add(tuned(baselines));
    chains.add(recipe.stream().map(one -> one.fit(split.train())).toList());
    List<List<BlendSearch>> tried =
        chains.stream()
            .filter(chain -> !chain.isEmpty())
            .map(chain -> RecipeRun.searches(network, chain, split.validation()))
            .toList();
    return new Blending(
        tried.stream().max(Comparator.comparingDouble(Blending::validation)).orElseThrow(),
        tried.stream().flatMap(chain -> Row.of(chain).stream()).distinct().toList(),
        (System.nanoTime() - start) / 1e9);
  }

  /** The best that look at a history, one of a kind. */
  private static List<Recommender> tuned(TunedBaselines baselines) {
    return baselines.tuned().stream()
        .filter(one -> !one.isPopularity())
        .limit(BEST)
        .map(Tuned::recommender)
        .toList();
  }

  private static double validation(List<BlendSearch> chain) {
    return chain.get(chain.size() - 1).best();
  }

  /** What the blend that was chosen reaches on the validation part. */
  double validation() {
    return validation(searches);
  }

  /** What the network alone reaches on the questions that the weights were chosen on. */
  double network() {
    return searches.get(0).validation().get(0);
  }

  /** What each blend reaches on the validation part, by its name. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    rows.forEach(row -> figures.put(row.blend(), Double.valueOf(row.validation())));
    return figures;
  }
}
