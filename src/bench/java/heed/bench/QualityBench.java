package heed.bench;

import heed.evaluation.BlendSearch;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.recipe.Recipe;
import heed.recipe.RecipeRun;
import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.Progress;
import heed.training.Training;
import heed.training.TrainingRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Trains one network on a file of sequences and prints, as one line of JSON, how good it became and
 * when: file, events read, seed, and settings as {@link QualitySettings} has them, or {@code
 * baselines} alone. Run by {@code src/bench/quality}.
 *
 * <p>Leave-one-out: the last item of each user is the test, the one before it the validation, on
 * which the epoch is chosen. The whole catalogue is ranked but for the user's own items, ties
 * against the target.
 */
final class QualityBench {

  private final long start = System.nanoTime();
  private final double cpuBefore = cpu();
  private final List<String> curve = new ArrayList<>();
  private double best;
  private double secondsToBest;
  private double cpuToBest;

  private QualityBench() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    int length = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    List<String> settings = Arrays.asList(arguments).subList(3, arguments.length);
    new QualityBench().run(file, length, seed, settings);
  }

  private void run(Path file, int length, long seed, List<String> settings) throws IOException {
    Split.Parts split = Split.leaveOneOut().of(sequences(file));
    if (settings.equals(List.of("baselines"))) {
      QualityBaselines.print(file.getFileName().toString(), split);
      return;
    }
    Training training = QualitySettings.of(length, split.train(), settings).withSeed(seed);
    try (TrainingRun run =
        training.fit(split.train(), Evaluation.of(split.validation()).ndcg(10), this::hear)) {
      double seconds = seconds();
      double cpu = cpu() - cpuBefore;
      List<BlendSearch> searches = RecipeRun.searches(Recipe.of(split), run.recommender(), split);
      BlendSearch search = searches.get(searches.size() - 1);
      System.out.printf(
          Locale.ROOT,
          "{\"file\": \"%s\", \"length\": %d, \"seed\": %d, \"settings\": \"%s\", \"network\": %s,"
              + " \"together\": %s, \"weights of the counts\": %s, \"validation\": %.4f,"
              + " \"validation together\": %.4f, \"best epoch\": %d, \"epochs\": %d,"
              + " \"seconds to best\": %.0f, \"cpu seconds to best\": %.0f, \"seconds\": %.0f,"
              + " \"cpu seconds\": %.0f, \"curve of seconds, seconds of CPU and validation\":"
              + " [%s]}%n",
          file.getFileName(),
          length,
          seed,
          String.join(" ", settings),
          test(split, run.recommender()),
          test(split, search.blend()),
          searches.stream().map(BlendSearch::blend).map(Blend::weight).toList(),
          run.bestValidation(),
          search.best(),
          run.bestEpoch(),
          run.curve().size(),
          secondsToBest,
          cpuToBest,
          seconds,
          cpu,
          String.join(", ", curve));
    }
  }

  private static String test(Split.Parts split, Recommender recommender) {
    int[] ranks = Evaluation.of(split.test()).ranks(recommender);
    return String.format(
        Locale.ROOT,
        "{\"NDCG@10\": %.4f, \"HR@10\": %.4f}",
        Metrics.ndcg(ranks, 10),
        Metrics.hitRate(ranks, 10));
  }

  private static Sequences sequences(Path file) throws IOException {
    return file.toString().endsWith(".parquet") ? RetailFile.read(file) : SequenceFile.read(file);
  }

  private void hear(Progress progress) {
    if (!progress.endOfEpoch()) {
      return;
    }
    if (progress.validation() > best) {
      best = progress.validation();
      secondsToBest = seconds();
      cpuToBest = cpu() - cpuBefore;
    }
    curve.add(
        String.format(
            Locale.ROOT,
            "[%.0f, %.0f, %.4f]",
            seconds(),
            cpu() - cpuBefore,
            progress.validation()));
    System.err.printf(
        Locale.ROOT,
        "epoch %d: loss %.4f, NDCG@10 %.4f, %.0f s, %.0f s of CPU%n",
        progress.epoch(),
        progress.loss(),
        progress.validation(),
        seconds(),
        cpu() - cpuBefore);
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Seconds that all threads of this process have worked: the same on a busy machine. */
  private static double cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }
}
