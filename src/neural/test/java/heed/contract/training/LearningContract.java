package heed.contract.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.Batches;
import heed.batch.Inference;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.contract.attention.LeftArrays;
import heed.contract.model.NetworkUnderTest;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.objective.Objective;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every network must show while it learns. */
public interface LearningContract extends NetworkUnderTest {

  /** A network this narrow may end in a local minimum, and which seed does depends on the CPU. */
  int SEEDS = 3;

  @Test
  default void five_users_are_learnt_by_heart() {
    ProgressListener untilAllAreRight =
        progress -> {
          if (progress.validation() >= learnableUsers()) {
            Thread.currentThread().interrupt();
          }
        };
    assertThat(
            LongStream.rangeClosed(1, SEEDS)
                .anyMatch(
                    seed -> {
                      try (TrainingRun run =
                          training(0)
                              .withEpochs(1000)
                              .withSeed(seed)
                              .fit(FiveUsers.LOG, FiveUsers::learntByHeart, untilAllAreRight)) {
                        return run.bestValidation() >= learnableUsers();
                      }
                    }))
        .as("%d of five users, with one of %d seeds", learnableUsers(), SEEDS)
        .isTrue();
  }

  @Test
  default void the_same_seed_gives_the_same_weights_bit_for_bit_and_another_others() {
    Training brief = training(0.5).withEpochs(2);
    Map<String, float[]> first = weights(brief.withSeed(7));
    Map<String, float[]> again = weights(brief.withSeed(7));
    first.forEach((name, values) -> assertThat(again.get(name)).as(name).containsExactly(values));
    String vectors =
        first.keySet().iterator().next(); // Of items, or of the words they are made of.
    assertThat(weights(brief.withSeed(8)).get(vectors)).isNotEqualTo(first.get(vectors));
  }

  @Test
  default void every_parameter_is_learnt_and_padding_is_not() {
    Training brief = training(0.1).withEpochs(3);
    try (NDManager manager = NDManager.newBaseManager();
        Network fresh = brief.model().create(FiveUsers.ITEMS, brief.seed(), manager);
        TrainingRun run = brief.fit(FiveUsers.LOG, unused -> 0, ProgressListener.SILENT)) {
      Network trained = run.recommender().network();
      Map<String, float[]> initial = fresh.parameters().values();
      trained
          .parameters()
          .values()
          .forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(initial.get(name)));
      assertThat(padding(trained, manager)).containsExactly(padding(fresh, manager));
    }
  }

  /** The vector of the item that is none. */
  private static float[] padding(Network network, NDManager manager) {
    return Inference.run(manager, step -> network.itemVectors(step).get(0).toFloatArray());
  }

  @Test
  default void a_pass_forward_and_back_leaves_no_native_array_behind() {
    Training training = training(0.5);
    PaddedBatch batch =
        new Batches(FiveUsers.LOG, training.model().task(), LENGTH, 100)
            .epoch(new Random(1))
            .get(0);
    try (NDManager manager = NDManager.newBaseManager();
        Network network = training.model().create(FiveUsers.ITEMS, 1, manager)) {
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        forwardAndBack(network, batch, manager);
      }
      LeftArrays.assertNone(network.parameters().arrays());
    }
  }

  private static void forwardAndBack(Network network, PaddedBatch batch, NDManager manager) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Encoding encoding = network.encode(Events.of(step, batch), Purpose.TRAINING);
      NDArray targets = step.create(batch.targets()); // (T)
      NDArray states =
          network.targetRepresentation(encoding, step.create(batch.positions()), targets); // (T, D)
      collector.backward(
          Objective.fullCrossEntropy()
              .loss(states, network.itemVectors(step), targets, Negatives.NONE));
    }
  }

  private Training training(double dropout) {
    return Training.of(config(FiveUsers.ITEMS, dropout))
        .withBatchSize(10)
        .withLearningRate(0.01)
        .withPatience(1000);
  }

  private static Map<String, float[]> weights(Training training) {
    try (TrainingRun run = training.fit(FiveUsers.LOG, unused -> 0, ProgressListener.SILENT)) {
      return run.recommender().network().parameters().values();
    }
  }
}
