package heed.bench;

import heed.baseline.Baseline;
import heed.baseline.Ease;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.baseline.Popularity;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.recommend.Recommender;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a log gives to those who only count: of each kind the settings that validate best. */
final class QualityBaselines {

  private QualityBaselines() {}

  /** One line of JSON a kind. */
  static void print(String file, Split.Parts split) {
    Evaluation validation = Evaluation.of(split.validation());
    for (List<Baseline> kind : kinds()) {
      long start = System.nanoTime();
      List<Recommender> fitted = kind.stream().map(one -> one.fit(split.train())).toList();
      Recommender best =
          fitted.stream()
              .max(Comparator.comparingDouble(one -> ndcg(validation, one)))
              .orElseThrow();
      double seconds = (System.nanoTime() - start) / 1e9;
      int[] ranks = Evaluation.of(split.test()).ranks(best);
      System.out.printf(
          Locale.ROOT,
          "{\"file\": \"%s\", \"baseline\": \"%s\", \"NDCG@10\": %.4f, \"HR@10\": %.4f,"
              + " \"validation\": %.4f, \"tried\": %d, \"seconds\": %.0f}%n",
          file,
          best.name(),
          Metrics.ndcg(ranks, 10),
          Metrics.hitRate(ranks, 10),
          ndcg(validation, best),
          kind.size(),
          seconds);
    }
  }

  private static double ndcg(Evaluation evaluation, Recommender recommender) {
    return Metrics.ndcg(evaluation.ranks(recommender), 10);
  }

  private static List<List<Baseline>> kinds() {
    List<Baseline> neighbours = new ArrayList<>();
    for (double shrinkage : new double[] {0, 10, 30}) {
      for (double decay : new double[] {.7, .9, 1}) {
        neighbours.add(new ItemKnn(200, shrinkage, decay));
      }
    }
    return List.of(
        List.of(Baseline.of("popularity", Popularity::ever)),
        List.of(new MarkovChain(1, 1), new MarkovChain(3, 1), new MarkovChain(10, 1)),
        neighbours,
        List.of(new Ease(100), new Ease(400)));
  }
}
