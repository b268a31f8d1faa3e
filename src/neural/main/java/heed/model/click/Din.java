package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.PaddingMask;
import heed.attention.TargetAttention;
import heed.clicks.ClickSchema;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.model.Purpose;
import java.util.List;

/**
 * The deep interest network: what of the history matters depends on the item that is shown. Zhou et
 * al. 2018, "Deep Interest Network for Click-Through Rate Prediction".
 *
 * <p>For long and mixed histories, of which an item concerns a part. A step costs O(L D h) a row;
 * the order of the history is not seen. Deviations from the paper: an item's vector is the sum of
 * those of its fields (there side by side), the tower has one hidden layer with a ReLU (there two
 * with PReLU or Dice), and dropout stands for the mini-batch aware regularisation.
 */
public final class Din implements ClickNetwork {

  private static final double DEVIATION = 0.1;

  private final DinConfig config;
  private final ClickSchema schema;
  private final Parameters parameters;
  private final FieldVectors users;
  private final FieldVectors items;
  private final FieldVectors events;
  private final TargetAttention attention;
  private final ClickTower tower;

  Din(DinConfig config, ClickSchema schema, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.schema = schema;
    this.parameters = new Parameters(manager, seed);
    this.users = FieldVectors.create(parameters, "users", schema.users(), width, DEVIATION);
    this.items = FieldVectors.create(parameters, "items", schema.items(), width, DEVIATION);
    this.events = items.of(schema.events());
    this.attention = TargetAttention.create(parameters, "attention", width, TargetAttention.HIDDEN);
    int vectors = schema.users().size() + schema.items().size() + 1;
    this.tower = ClickTower.create(parameters, "tower", vectors * width, config.hidden());
  }

  @Override
  public ClickLogits predict(ClickInput input, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray past = events.sum(input.atMost(config.maxLength()).events()); // (B, L, D)
    NDArray history = past.mul(input.present()).expandDims(1); // (B, 1, L, D)
    NDArray shown = items.words(input.items()); // (B, I, D)
    NDArray candidate =
        shown.get(":, :" + schema.events().size()).sum(new int[] {1}, true).expandDims(1);

    NDArray mask = PaddingMask.of(input.step(), input.lengths(), input.length()); // (B, 1, 1, L)
    Attended interest = // of candidate (B, 1, 1, D) in the history
        attention.attend(candidate, history, history, mask, Dropout.NONE);
    NDArray all =
        NDArrays.concat(
            new NDList(
                ClickTower.flat(users.words(input.users())), // (B, U * D)
                ClickTower.flat(interest.states()), // (B, D)
                ClickTower.flat(shown)), // (B, I * D)
            1);
    return new ClickLogits(tower.apply(all, dropout), purpose.asked(List.of(interest)));
  }

  @Override
  public DinConfig config() {
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
