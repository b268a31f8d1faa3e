import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.model.SasrecConfig;
import heed.planted.Planted;
import heed.planted.PlantedShape;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.Epoch;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Trains a SASRec on a planted log in Heed; prints seconds an epoch, NDCG@10 over the full
 * catalogue and peak memory as one line of JSON. Run by {@code src/bench/training}.
 *
 * <pre>
 * TrainingBench FOLDER baskets|films plant          writes what the other sides train on
 * TrainingBench FOLDER baskets|films EPOCHS
 * </pre>
 */
final class TrainingBench {

  private static final long SEED = 1;

  /** Of the other sides; batches here hold as many targets as theirs on average. */
  private static final int WINDOWS_A_BATCH = 128;

  private final Path folder;
  private final Split.Parts split;
  private final SasrecConfig config;

  private TrainingBench(Path folder, String shape) {
    Planted planted = shape.equals("films") ? PlantedShape.films() : PlantedShape.baskets();
    this.folder = folder;
    this.split = Split.leaveOneOut().of(Sequences.of(planted.generate(SEED).log(), SEED));
    this.config = SasrecConfig.defaults().withMaxLength(shape.equals("films") ? 200 : 50);
  }

  public static void main(String[] arguments) throws IOException {
    TrainingBench bench = new TrainingBench(Path.of(arguments[0]), arguments[1]);
    if (arguments[2].equals("plant")) {
      bench.plant();
    } else {
      bench.train(Integer.parseInt(arguments[2]));
    }
  }

  private void train(int epochs) throws IOException {
    Sequences train = split.train();
    int targets = train.events() - train.size();
    AtomicInteger validations = new AtomicInteger(); // Each epoch is better, so the last is kept.
    ProgressListener listener =
        progress -> {
          if (progress.fraction() == 1) {
            System.err.printf("Heed: epoch %d of %d%n", progress.epoch(), epochs);
          }
        };
    try (TrainingRun run =
        Training.of(config)
            .withSeed(SEED)
            .withEpochs(epochs)
            .withBatchTargets(Math.toIntExact((long) targets * WINDOWS_A_BATCH / windows(train)))
            .fit(train, recommender -> validations.incrementAndGet(), listener)) {
      String seconds =
          run.curve().stream()
              .map(Epoch::seconds)
              .map(one -> String.format(Locale.ROOT, "%.3f", one))
              .collect(Collectors.joining(", "));
      double peak = peakGiB();
      double ndcg =
          Metrics.ndcg(Evaluation.of(split.test()).answers(run.recommender()).ranks(), 10);
      System.out.printf(
          Locale.ROOT,
          "{\"side\": \"Heed\", \"seconds\": [%s], \"peak GiB\": %.2f, \"NDCG@10\": %.5f}%n",
          seconds,
          peak,
          ndcg);
    }
  }

  /** Into how many windows, neighbours sharing one event, the histories are cut. */
  private int windows(Sequences train) {
    int windows = 0;
    for (int user = 0; user < train.size(); user++) {
      windows += (train.length(user) + config.maxLength() - 2) / config.maxLength();
    }
    return windows;
  }

  /** The largest resident size of this process so far. */
  private static double peakGiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1048576.0;
  }

  /** The initial weights, and as big-endian integers the training windows and the test. */
  private void plant() throws IOException {
    Files.createDirectories(folder);
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device());
        var network = config.create(split.catalogue().size(), SEED, manager)) {
      network.parameters().save(folder.resolve("weights.safetensors"));
    }
    Sequences train = split.train();
    try (DataOutputStream out = open("windows.bin")) {
      for (int user = 0; user < train.size(); user++) {
        int[] items = train.history(user).items();
        // As Heed cuts them: from the end, neighbours sharing one event.
        for (int to = items.length; to >= 2; to -= config.maxLength()) {
          write(out, items, Math.max(0, to - config.maxLength() - 1), to);
        }
      }
    }
    Holdout test = split.test();
    try (DataOutputStream histories = open("histories.bin");
        DataOutputStream targets = open("targets.bin")) {
      for (int i = 0; i < test.size(); i++) {
        int[] items = test.histories().get(i).items();
        write(histories, items, 0, items.length);
        targets.writeInt(test.targets()[i]);
      }
    }
    System.err.printf(
        "%,d users, %,d items, %,d targets an epoch%n",
        train.size(), split.catalogue().size(), train.events() - train.size());
  }

  private DataOutputStream open(String name) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))));
  }

  private static void write(DataOutputStream out, int[] items, int from, int to)
      throws IOException {
    out.writeInt(to - from);
    for (int i = from; i < to; i++) {
      out.writeInt(items[i]);
    }
  }
}
