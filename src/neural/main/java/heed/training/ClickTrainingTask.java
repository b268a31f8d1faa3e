package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatches;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.layer.Parameters;
import heed.model.click.ClickNetworkPredictor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** A network that learns to predict clicks. */
final class ClickTrainingTask implements TrainingTask<ClickRun> {

  private final ClickTraining training;
  private final Clicks train;
  private final ToDoubleFunction<ClickPredictor> validation;
  private final NDManager manager;
  private final ClickBatches batches;
  private final ClickNetworkPredictor predictor;

  ClickTrainingTask(
      ClickTraining training,
      Clicks train,
      ToDoubleFunction<ClickPredictor> validation,
      NDManager manager) {
    this.training = training;
    this.train = train;
    this.validation = validation;
    this.manager = manager;
    this.batches =
        new ClickBatches(train, training.model().maxLength(), training.limits().batchSize());
    this.predictor =
        ClickNetworkPredictor.owning(
            training.model().create(train.schema(), training.seed(), manager),
            training.clickWeight(),
            train.catalogue(),
            manager);
  }

  @Override
  public Parameters parameters() {
    return predictor.network().parameters();
  }

  @Override
  public Map<String, String> decisive() {
    return Map.of(
        "network", training.model().toString(),
        "weight of a click", Double.toString(training.clickWeight()),
        "data", DataDigest.of(train));
  }

  @Override
  public List<Step> epoch(Random random) {
    ClickStep step = new ClickStep(predictor.network(), training.clickWeight(), manager);
    return batches.epoch(random).stream().<Step>map(part -> new Batch(step, part)).toList();
  }

  private record Batch(ClickStep step, ClickBatches.Part part) implements Step {

    @Override
    public int targets() {
      return part.size();
    }

    @Override
    public float take(double share) {
      return step.run(part.batch(), share);
    }
  }

  @Override
  public double validation() {
    return validation.applyAsDouble(predictor);
  }

  @Override
  public ClickRun result(TrainingResult outcome) {
    return new ClickRun(predictor, training, outcome);
  }
}
