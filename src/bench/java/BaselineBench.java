import heed.baseline.Baseline;
import heed.baseline.Ease;
import heed.baseline.FadingPopularity;
import heed.baseline.ImplicitAls;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.baseline.Popularity;
import heed.baseline.SessionKnn;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.planted.PlantedShape;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What each baseline takes on a planted log of Amazon Beauty's size: 22,363 users, 12,060 items.
 * Run by {@code src/bench/baselines}; the first argument is {@code ease} to measure EASE too, whose
 * inverse is by far the longest.
 */
final class BaselineBench {

  private BaselineBench() {}

  public static void main(String[] arguments) {
    Split.Parts split =
        Split.leaveOneOut().of(Sequences.of(PlantedShape.baskets().generate(1).log(), 1));
    System.out.println(split);
    System.out.println("| baseline | fit | 22,363 questions | most heap | NDCG@10 |");
    System.out.println("|---|---|---|---|---|");
    List<Baseline> baselines =
        arguments.length > 0
            ? List.of(Ease.defaults())
            : List.of(
                Baseline.of("popularity, ever", Popularity::ever),
                new FadingPopularity(Duration.ofDays(90)),
                MarkovChain.defaults(),
                ItemKnn.defaults().withDecay(.8),
                SessionKnn.defaults(),
                ImplicitAls.defaults());
    baselines.forEach(baseline -> measure(baseline, split));
  }

  private static void measure(Baseline baseline, Split.Parts split) {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begin = System.nanoTime();
    Recommender recommender = baseline.fit(split.train());
    long fitted = System.nanoTime();
    double ndcg = Metrics.ndcg(Evaluation.of(split.test()).answers(recommender).ranks(), 10);
    long asked = System.nanoTime();
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f s | %.1f s | %.1f GiB | %.4f |%n",
        recommender.name(),
        (fitted - begin) / 1e9,
        (asked - fitted) / 1e9,
        heap / 1e9 / 1.074,
        ndcg);
  }
}
