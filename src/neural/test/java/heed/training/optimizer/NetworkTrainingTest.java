package heed.training.optimizer;

import ai.djl.ndarray.NDManager;
import heed.batch.Batches;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.contract.attention.LeftArrays;
import heed.contract.training.FiveUsers;
import heed.contract.training.LearningContract;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.sequential.TestedNetwork;
import heed.training.TrainingStep;
import heed.training.objective.Objective;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network must show while it learns. */
@ParameterizedClass
@EnumSource(TestedNetwork.class)
class NetworkTrainingTest implements LearningContract {

  private final TestedNetwork tested;

  NetworkTrainingTest(TestedNetwork tested) {
    this.tested = tested;
  }

  @Override
  public ModelConfig config(int items, double dropout) {
    return tested.config(dropout, items);
  }

  @Test
  void steps_leave_no_native_array_behind() {
    ModelConfig config = config(20, 0.5);
    PaddedBatch batch =
        new Batches(FiveUsers.LOG, config.task(), 6, 100).epoch(new Random(1)).get(0);
    try (NDManager manager = NDManager.newBaseManager();
        Network network = config.create(20, 1, manager);
        Adam adam = new Adam(Adam.Settings.defaults(), network.parameters(), manager)) {
      TrainingStep step = new TrainingStep(Objective.fullCrossEntropy(), network, manager);
      step.run(batch, Negatives.NONE, 1);
      adam.step(1, 1);
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 5; i++) {
        step.run(batch, Negatives.NONE, 1);
        adam.step(1, 1);
      }
      LeftArrays.assertNone(network.parameters().arrays());
    }
  }
}
