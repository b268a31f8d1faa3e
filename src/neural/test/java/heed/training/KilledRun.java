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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
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

  /** Trains to the end in a process of its own, which says "epoch 1" and so on. */
  public static OtherJvm start(Path folder) throws IOException {
    return OtherJvm.start(KilledRun.class, folder);
  }

  /** The same, but once it has said the last epoch it goes no further. */
  public static OtherJvm start(Path folder, int lastEpoch) throws IOException {
    return OtherJvm.start(KilledRun.class, folder, Integer.toString(lastEpoch));
  }

  /**
   * Trains to the end, or up to an epoch and then waits to be killed.
   *
   * @param arguments the folder of checkpoints, and of the weights when all is done; that epoch
   */
  public static void main(String[] arguments) throws IOException {
    Path place = Path.of(arguments[0]);
    int last = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
    try (TrainingRun run =
        TRAINING.fit(
            data(),
            validation(),
            progress -> say(progress, last),
            Checkpoints.in(place).withEvery(Duration.ZERO))) {
      run.recommender().save(place.resolve("weights.safetensors"));
    }
  }

  private static void say(Progress progress, int last) {
    if (progress.fraction() < 1) {
      return; // Told by the clock; an epoch's end is not.
    }
    System.out.println("epoch " + progress.epoch());
    while (progress.epoch() >= last) {
      LockSupport.park();
    }
  }
}
