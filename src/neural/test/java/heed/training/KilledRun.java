package heed.training;

import heed.batch.NegativeDistribution;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.checkpoint.Checkpoints;
import heed.training.objective.SampledSoftmax;
import heed.training.optimizer.Optimizer;
import heed.training.optimizer.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A run in a process of its own, to be killed: {@link KillTest} does that. Everything that a run
 * draws has a part in it: order of batches, negatives, dropout.
 */
public final class KilledRun {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList(), Map.of());

  public static final Training TRAINING =
      Training.of(SasrecConfig.defaults().withWidth(16).withMaxLength(6).withDropout(0.3))
          .withObjective(new SampledSoftmax(5, new NegativeDistribution.Uniform()))
          .withOptimizer(
              Optimizer.defaults()
                  .withWeightDecay(0.1)
                  .withGradientClipNorm(1)
                  .withGradientAccumulation(2)
                  .withSchedule(new Schedule.WarmUp(20, new Schedule.Cosine(40, 0.1))))
          .withBatchSize(8)
          .withEpochs(40)
          .withPatience(40);

  private KilledRun() {}

  /** Thirty users, a dozen steps an epoch. */
  public static Sequences data() {
    Random random = new Random(3);
    List<History> histories =
        IntStream.range(0, 30)
            .mapToObj(user -> History.untimed(TWENTY, random.ints(7, 1, 21).toArray()))
            .toList();
    return Sequences.of(
        TWENTY, IntStream.range(0, 30).mapToObj(Integer::toString).toList(), histories);
  }

  /** Depends on the weights, so that the best epoch does. */
  public static ToDoubleFunction<Recommender> validation() {
    History asked = History.untimed(TWENTY, 1, 2, 3);
    return recommender -> recommender.recommend(asked, 1).entries().get(0).score();
  }

  /** Begins in a process of its own, which writes "going" into the folder once it trains. */
  public static Process start(Path folder) throws IOException {
    return start(KilledRun.class, folder);
  }

  /** Begins what a class does, in a process of its own that works in a folder. */
  public static Process start(Class<?> what, Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            what.getName(),
            folder.toString());
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  /**
   * Trains to the end.
   *
   * @param folder of checkpoints, and of the weights when all is done
   */
  public static void main(String[] folder) throws IOException {
    Path place = Path.of(folder[0]);
    ProgressListener going = progress -> write(place.resolve("going"));
    try (TrainingRun run =
        TRAINING.fit(data(), validation(), going, Checkpoints.in(place).withEvery(Duration.ZERO))) {
      run.recommender().save(place.resolve("weights.safetensors"));
    }
  }

  static void write(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
