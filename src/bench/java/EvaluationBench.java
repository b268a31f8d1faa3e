import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.planted.PlantedShape;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Ranks the whole catalogue for the test of a planted log with a SASRec, in Heed; prints its
 * seconds as one line of JSON. Run by {@code src/bench/evaluation}, with a folder for the weights
 * and the questions, which the other side reads.
 */
final class EvaluationBench {

  private static final long SEED = 1;
  private static final int RUNS = 4;

  private EvaluationBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Split.Parts split =
        Split.leaveOneOut().of(Sequences.of(PlantedShape.baskets().generate(SEED).log(), SEED));
    SasrecConfig config = SasrecConfig.defaults().withMaxLength(50);
    int items = split.catalogue().size();
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device());
        NetworkRecommender recommender =
            new NetworkRecommender(
                config.create(items, SEED, manager), split.catalogue(), manager)) {
      recommender.save(folder.resolve("weights.safetensors"));
      writeQuestions(folder.resolve("questions.bin"), split.test(), config.maxLength());
      StringJoiner seconds = new StringJoiner(", ");
      StringJoiner cpu = new StringJoiner(", ");
      double ndcg = 0;
      for (int run = 0; run < RUNS; run++) {
        long begin = System.nanoTime();
        double before = cpuSeconds();
        ndcg = Metrics.ndcg(Evaluation.of(split.test()).answers(recommender).ranks(), 10);
        seconds.add(String.format(Locale.ROOT, "%.3f", (System.nanoTime() - begin) / 1e9));
        cpu.add(String.format(Locale.ROOT, "%.3f", cpuSeconds() - before));
      }
      System.out.printf(
          Locale.ROOT,
          "{\"side\": \"Heed\", \"seconds\": [%s], \"cpu\": [%s], \"NDCG@10\": %.6f, \"questions\":"
              + " %d, \"items\": %d}%n",
          seconds,
          cpu,
          ndcg,
          split.test().size(),
          items);
    }
  }

  /** Of all threads of this process, the compiler's and the collector's among them. */
  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** Each question: its length, target, whole history, as big-endian integers. */
  private static void writeQuestions(Path file, Holdout test, int maxLength) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(maxLength);
      int[] targets = test.targets();
      for (int i = 0; i < targets.length; i++) {
        History history = test.histories().get(i);
        out.writeInt(history.length());
        out.writeInt(targets[i]);
        for (int item : history.items()) {
          out.writeInt(item);
        }
      }
    }
  }
}
