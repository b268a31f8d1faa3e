import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.jni.JniUtils;
import heed.batch.Inference;
import heed.recommend.BestItems;
import heed.recommend.TopItems;
import heed.retrieval.ExactScan;
import heed.retrieval.QuantizedScan;
import heed.retrieval.QuantizedScan.Found;
import heed.script.Scripts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The ten best items of one state among planted vectors of width 64, on one core, from a file that
 * is mapped into memory: all scores at once, block by block, and by 8-bit numbers first, beside the
 * time in which the machine reads the vectors and does nothing else. Run by src/bench/catalogue.
 *
 * <p>A vector is one of a thousand directions with as much noise, times a length that varies as
 * popularity makes it; a state is such a direction with noise.
 */
class CatalogueBench {

  private static final int WIDTH = 64;
  private static final int K = 10;
  private static final int DIRECTIONS = 1_000;
  private static final int QUESTIONS = 1_000;

  /** Read at once where nothing but reading is measured: 16 MB, as a scan's blocks. */
  private static final int ROWS = 65_536;

  private final NDManager memory;
  private final NDArray vectors;
  private final float[][] directions;

  CatalogueBench(NDManager memory, NDArray vectors, float[][] directions) {
    this.memory = memory;
    this.vectors = vectors;
    this.directions = directions;
  }

  public static void main(String[] arguments) throws IOException {
    int items = Integer.parseInt(arguments[1]);
    Path file = Path.of(arguments[0]).resolve(items + ".f32");
    float[][] directions = directions();
    if (!Files.exists(file)) {
      write(file, items, directions);
    }
    try (NDManager memory = NDManager.newBaseManager()) {
      JniUtils.setNumThreads(1);
      long began = System.nanoTime();
      NDArray vectors = mapped(file, items, memory);
      System.out.printf(
          Locale.ROOT,
          "%n%,d items: mapped in %.1f ms%n",
          items,
          (System.nanoTime() - began) / 1e6);
      Inference.run(
          memory,
          step -> {
            new CatalogueBench(step, vectors, directions).measure();
            return 0;
          });
    }
  }

  private static float[][] directions() {
    Random random = new Random(1);
    return IntStream.range(0, DIRECTIONS).mapToObj(i -> gaussian(random)).toArray(float[][]::new);
  }

  private static float[] gaussian(Random random) {
    float[] values = new float[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      values[d] = (float) random.nextGaussian();
    }
    return values;
  }

  private static void write(Path file, int items, float[][] directions) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    ByteBuffer row = ByteBuffer.allocate(WIDTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
      for (int item = 0; item <= items; item++) {
        float[] direction = directions[random.nextInt(DIRECTIONS)];
        double length = Math.exp(0.3 * random.nextGaussian()) / Math.sqrt(WIDTH);
        row.clear();
        for (int d = 0; d < WIDTH; d += 4) {
          long bits = random.nextLong();
          for (int i = 0; i < 4; i++) {
            // Uniform noise of deviation 1: a Gaussian draw would take longer than the scan.
            double noise = ((bits >>> (16 * i)) & 0xFFFF) / 65_536.0 * 3.464 - 1.732;
            row.putFloat((float) (length * (direction[d + i] + noise)));
          }
        }
        out.write(row.array());
      }
    }
    Files.move(part, file);
  }

  private static NDArray mapped(Path file, int items, NDManager memory) {
    byte[] name = file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    int[] bytes = IntStream.range(0, name.length).map(i -> name[i] & 0xFF).toArray();
    long floats = (items + 1L) * WIDTH;
    NDArray array =
        Scripts.mapped()
            .orElseThrow()
            .call(memory.create(bytes), memory.create(0L), memory.create(floats));
    return array.reshape(items + 1L, WIDTH); // (N + 1, D)
  }

  private interface Way {
    void ask(NDArray state);
  }

  private void measure() {
    long began = System.nanoTime();
    QuantizedScan quantized = QuantizedScan.of(vectors, memory).orElseThrow();
    System.out.printf(
        Locale.ROOT, "8-bit copy made in %.1f s%n", (System.nanoTime() - began) / 1e9);
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("floor: vectors read, summed up", state -> read());
    ways.put("all scores, then the best", this::allScores);
    ways.put("exact, block by block", state -> ExactScan.best(state, vectors, K, all(1)));
    ways.put("8-bit numbers, then exact", state -> quantized.best(state, vectors, K, all(1)));
    NDArray questions = questions();
    time(ways, questions);
    told(quantized, questions);
    quantized.close();
  }

  private void time(Map<String, Way> ways, NDArray questions) {
    Map<String, List<Double>> took = new LinkedHashMap<>();
    long items = vectors.getShape().get(0);
    int rounds = items < 100_000 ? 2_000 : items < 5_000_000 ? 60 : 12;
    for (int round = -rounds / 3; round < rounds; round++) {
      int question = Math.floorMod(round, QUESTIONS);
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        try (NDManager step = memory.newSubManager()) {
          NDArray state =
              questions.get(new NDIndex().addSliceDim(question, question + 1)); // (1, D)
          state.attach(step);
          long began = System.nanoTime();
          way.getValue().ask(state);
          if (round >= 0) {
            took.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                .add((System.nanoTime() - began) / 1e6);
          }
        }
      }
    }
    double bytes = vectors.getShape().size() * 4.0;
    double floor = 0;
    for (Map.Entry<String, List<Double>> one : took.entrySet()) {
      Collections.sort(one.getValue());
      double median = one.getValue().get(one.getValue().size() / 2);
      floor = floor == 0 ? median : floor;
      System.out.printf(
          Locale.ROOT,
          "%-32s %9.3f ms, best %9.3f, %5.2f times the floor, %5.1f GB/s of vectors%n",
          one.getKey(),
          median,
          one.getValue().get(0),
          median / floor,
          bytes / median / 1e6);
    }
  }

  private void read() {
    for (long from = 0; from < vectors.getShape().get(0); from += ROWS) {
      try (NDManager step = memory.newSubManager()) {
        long to = Math.min(from + ROWS, vectors.getShape().get(0));
        NDArray rows = vectors.get(new NDIndex().addSliceDim(from, to)); // (n, D)
        rows.attach(step);
        NDArray sum = rows.sum();
        sum.attach(step);
      }
    }
  }

  private void allScores(NDArray state) {
    NDArray scores = Linear.linear(state, vectors).singletonOrThrow(); // (1, N + 1)
    float[] row = scores.toFloatArray();
    new TopItems(K).of(row, new boolean[row.length]);
    scores.close();
  }

  private static List<IntPredicate> all(int states) {
    return Collections.nCopies(states, item -> true);
  }

  private NDArray questions() {
    Random random = new Random(3);
    float[] flat = new float[QUESTIONS * WIDTH];
    for (int question = 0; question < QUESTIONS; question++) {
      float[] direction = directions[random.nextInt(DIRECTIONS)];
      float[] noise = gaussian(random);
      for (int d = 0; d < WIDTH; d++) {
        flat[question * WIDTH + d] = direction[d] + noise[d];
      }
    }
    return memory.create(flat).reshape(QUESTIONS, WIDTH); // (Q, D)
  }

  /** Whether lists are the same over all questions, which are asked together. */
  private void told(QuantizedScan quantized, NDArray questions) {
    long began = System.nanoTime();
    List<BestItems> exact = new ArrayList<>();
    for (int from = 0; from < QUESTIONS; from += 50) {
      NDArray some = questions.get(new NDIndex().addSliceDim(from, from + 50)); // (50, D)
      exact.addAll(ExactScan.best(some, vectors, K, all(50)));
    }
    double each = (System.nanoTime() - began) / 1e6 / QUESTIONS;
    List<Found> found = quantized.best(questions, vectors, K, all(QUESTIONS));
    int same = 0;
    int proven = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      proven += found.get(i).proven() ? 1 : 0;
      int[] items = found.get(i).best().items();
      for (int item : exact.get(i).items()) {
        same += Arrays.stream(items).anyMatch(one -> one == item) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d questions: 8-bit numbers find %.4f of the exact ten; %d proven by candidates, the"
            + " others by an exact scan; 50 exact questions together take %.2f ms each%n",
        QUESTIONS,
        same / (double) QUESTIONS / K,
        proven,
        each);
  }
}
