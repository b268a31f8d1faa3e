package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.contract.attention.LeftArrays;
import heed.contract.training.ClickLearningContract;
import heed.model.click.ClickConfig;
import heed.model.click.ClickNetwork;
import heed.model.click.TestedClickNetwork;
import heed.training.optimizer.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network that predicts clicks must show while it learns. */
@ParameterizedClass
@EnumSource(TestedClickNetwork.class)
class ClickTrainingTest implements ClickLearningContract {

  private final TestedClickNetwork tested;

  ClickTrainingTest(TestedClickNetwork tested) {
    this.tested = tested;
  }

  @Override
  public ClickConfig config(double dropout) {
    return tested.config(dropout);
  }

  @Override
  public boolean seesOrder() {
    return tested.seesOrder();
  }

  @Override
  public boolean seesPairs() {
    return tested.seesPairs();
  }

  @Test
  void steps_leave_no_native_array_behind() {
    ClickBatch batch = ClickBatch.of(PLANTED, 6);
    try (NDManager manager = NDManager.newBaseManager();
        ClickNetwork network = config(0.5).create(PLANTED.schema(), 1, manager);
        Adam adam = new Adam(Adam.Settings.defaults(), network.parameters(), manager)) {
      ClickStep step = new ClickStep(network, 1, manager);
      step.run(batch, 1);
      adam.step(1, 1);
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 5; i++) {
        step.run(batch, 1);
        adam.step(1, 1);
      }
      LeftArrays.assertNone(network.parameters().arrays());
    }
  }
}
