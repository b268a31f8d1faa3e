package outside;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.model.Purpose;
import heed.model.click.ClickConfig;
import heed.model.click.ClickInput;
import heed.model.click.ClickLogits;
import heed.model.click.ClickNetwork;
import heed.model.click.ClickTower;
import heed.model.click.FieldVectors;
import java.util.List;

/** Adds up the vectors of each side and of the history, and puts the three through a tower. */
final class SumNetwork implements ClickNetwork {

  private final SumConfig config;
  private final ClickSchema schema;
  private final Parameters parameters;
  private final FieldVectors users;
  private final FieldVectors items;
  private final FieldVectors events;
  private final ClickTower tower;

  SumNetwork(SumConfig config, ClickSchema schema, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.schema = schema;
    this.parameters = new Parameters(manager, seed);
    this.users = FieldVectors.create(parameters, "users", schema.users(), width, 0.1);
    this.items = FieldVectors.create(parameters, "items", schema.items(), width, 0.1);
    this.events = items.of(schema.events());
    this.tower = ClickTower.create(parameters, "tower", 3 * width, 2 * width);
  }

  @Override
  public ClickLogits predict(ClickInput input, Purpose purpose) {
    Dropout dropout = purpose == Purpose.TRAINING ? new Dropout(config.dropout()) : Dropout.NONE;
    NDArray past = events.sum(input.atMost(config.maxLength()).events()); // (B, L, D)
    NDArray history = past.mul(input.shares()).sum(new int[] {1}); // (B, D)
    NDArray all =
        NDArrays.concat(
            new NDList(users.sum(input.users()), items.sum(input.items()), history), 1); // (B, 3D)
    return new ClickLogits(tower.apply(all, dropout), List.of()); // (B)
  }

  @Override
  public ClickConfig config() {
    return config;
  }

  @Override
  public ClickSchema schema() {
    return schema;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }
}
