import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import heed.batch.ComputeDevice;
import heed.batch.NegativeDistribution;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.file.Tensor;
import heed.file.TensorFile;
import heed.layer.Weights;
import heed.model.sequential.SasrecConfig;
import heed.planted.Planted;
import heed.planted.PlantedShape;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.objective.SampledSoftmax;
import heed.training.optimizer.EmbeddingUpdates;
import heed.training.optimizer.Epoch;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains a SASRec on a planted log in Heed; prints seconds an epoch, NDCG@10 over the full
 * catalogue and peak memory as one line of JSON. Run by {@code src/bench/training}.
 *
 * <pre>
 * TrainingBench FOLDER baskets|films|catalogue SEED plant     writes what all sides train on
 * TrainingBench FOLDER baskets|films|catalogue SEED EPOCHS
 * </pre>
 */
final class TrainingBench {

  /** Of the other sides; batches here hold as many targets as theirs on average. */
  private static final int WINDOWS_A_BATCH = 128;

  /** Of a catalogue of a million items so many questions are ranked, of other ones all. */
  private static final int QUESTIONS = 2_000;

  private static final int NEGATIVES = 1_000;

  private final Path folder;
  private final String shape;
  private final long seed;
  private final SasrecConfig config;

  private TrainingBench(Path folder, String shape, long seed) {
    this.folder = folder;
    this.shape = shape;
    this.seed = seed;
    this.config = SasrecConfig.defaults().withMaxLength(shape.equals("films") ? 200 : 50);
  }

  public static void main(String[] arguments) throws IOException {
    TrainingBench bench =
        new TrainingBench(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2]));
    if (arguments[3].equals("plant")) {
      bench.plant();
    } else {
      bench.train(Integer.parseInt(arguments[3]));
    }
  }

  private void train(int epochs) throws IOException {
    Catalogue catalogue = catalogue();
    Sequences train = train(catalogue);
    AtomicInteger validations = new AtomicInteger(); // Each epoch is better, so the last is kept.
    ProgressListener listener =
        progress -> {
          if (progress.fraction() == 1) {
            System.err.printf(Locale.ROOT, "Heed: epoch %d of %d%n", progress.epoch(), epochs);
          }
        };
    try (TrainingRun run =
        training(train)
            .withEpochs(epochs)
            .fit(train, recommender -> validations.incrementAndGet(), listener)) {
      String seconds =
          run.curve().stream()
              .map(Epoch::seconds)
              .map(one -> String.format(Locale.ROOT, "%.3f", one))
              .collect(Collectors.joining(", "));
      double peak = peakGiB();
      int[] ranks = Evaluation.of(questions(catalogue)).answers(run.recommender()).ranks();
      System.out.printf(
          Locale.ROOT,
          "{\"side\": \"Heed\", \"seconds\": [%s], \"peak GiB\": %.2f, \"NDCG@10\": %.5f,"
              + " \"median rank\": %.1f}%n",
          seconds,
          peak,
          Metrics.ndcg(ranks, 10),
          Arrays.stream(ranks).sorted().skip((ranks.length - 1) / 2).findFirst().orElseThrow()
              * 1.0);
    }
  }

  /** In a method of its own, so that nothing of it is kept beside the sequences. */
  private Sequences train(Catalogue catalogue) throws IOException {
    List<History> histories = histories("train.bin", catalogue);
    return Sequences.of(catalogue, names(histories.size()), histories);
  }

  private Training training(Sequences train) {
    long targets = train.events() - train.size();
    Training training =
        Training.of(config)
            .withSeed(seed)
            .withBatchSize(Math.toIntExact(targets * WINDOWS_A_BATCH / windows(train)));
    return shape.equals("catalogue")
        ? training
            .withObjective(new SampledSoftmax(NEGATIVES, new NegativeDistribution.Uniform()))
            .withEmbeddingUpdates(EmbeddingUpdates.SPARSE)
        : training;
  }

  /** Into how many windows, neighbours sharing one event, the histories are cut. */
  private int windows(Sequences train) {
    int windows = 0;
    for (int user = 0; user < train.size(); user++) {
      windows += (train.length(user) + config.maxLength() - 2) / config.maxLength();
    }
    return windows;
  }

  /** The largest resident size of this process so far, or what is held of the GPU's memory. */
  private static double peakGiB() throws IOException {
    Device device = ComputeDevice.select().device();
    if (device.isGpu()) {
      return CudaUtils.getGpuMemory(device).getUsed() / 1073741824.0;
    }
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1048576.0;
  }

  /** The initial weights, and as big-endian integers the histories, their windows and the test. */
  private void plant() throws IOException {
    Planted planted =
        switch (shape) {
          case "films" -> PlantedShape.films();
          case "catalogue" -> PlantedShape.largeCatalogue();
          default -> PlantedShape.baskets();
        };
    Split.Parts split = Split.leaveOneOut().of(Sequences.of(planted.generate(seed).log(), seed));
    Files.createDirectories(folder);
    // A shop also sells what nobody has bought yet.
    int items = shape.equals("catalogue") ? 1_000_000 : split.catalogue().size();
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device());
        var network = config.create(items, seed, manager)) {
      Weights weights = Weights.of(network.parameters());
      Map<String, Tensor.Floats> arrays = new LinkedHashMap<>();
      weights.arrays().keySet().forEach(name -> arrays.put(name, weights.floats(name)));
      new TensorFile(Map.of(), arrays).write(folder.resolve("weights.safetensors"));
    }
    Sequences train = split.train();
    try (DataOutputStream whole = open("train.bin");
        DataOutputStream windows = open("windows.bin")) {
      for (int user = 0; user < train.size(); user++) {
        int[] events = train.history(user).items();
        write(whole, events, 0, events.length);
        // As Heed cuts them: from the end, neighbours sharing one event.
        for (int to = events.length; to >= 2; to -= config.maxLength()) {
          write(windows, events, Math.max(0, to - config.maxLength() - 1), to);
        }
      }
    }
    Holdout test = split.test();
    int every = shape.equals("catalogue") ? test.size() / QUESTIONS : 1;
    try (DataOutputStream histories = open("histories.bin");
        DataOutputStream targets = open("targets.bin");
        DataOutputStream catalogue = open("catalogue.bin")) {
      for (int i = 0; i < test.size(); i += every) {
        int[] events = test.histories().get(i).items();
        write(histories, events, 0, events.length);
        targets.writeInt(test.targets()[i]);
      }
      catalogue.writeInt(items);
    }
    System.err.printf(
        Locale.ROOT,
        "%,d users, %,d items, %,d targets an epoch%n",
        train.size(),
        items,
        train.events() - train.size());
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

  private DataInputStream read(String name) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))));
  }

  private Catalogue catalogue() throws IOException {
    try (DataInputStream in = read("catalogue.bin")) {
      return Catalogue.of(names(in.readInt()), Map.of());
    }
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private List<History> histories(String name, Catalogue catalogue) throws IOException {
    List<History> histories = new ArrayList<>();
    try (DataInputStream in = read(name)) {
      while (in.available() > 0) {
        int[] items = new int[in.readInt()];
        for (int i = 0; i < items.length; i++) {
          items[i] = in.readInt();
        }
        histories.add(History.untimed(catalogue, items));
      }
    }
    return histories;
  }

  private Holdout questions(Catalogue catalogue) throws IOException {
    List<History> asked = histories("histories.bin", catalogue);
    int[] targets = new int[asked.size()];
    try (DataInputStream in = read("targets.bin")) {
      for (int i = 0; i < targets.length; i++) {
        targets[i] = in.readInt();
      }
    }
    return Holdout.of(asked, targets);
  }
}
