package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.MultiHeadAttention;
import heed.attention.NoMask;
import heed.clicks.ClickSchema;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.model.Purpose;
import heed.model.RecurrentCell;
import heed.model.RecurrentLayer;
import java.util.List;

/**
 * User and item look at each other: what is known of the user, with her history as a GRU read it,
 * attends to what is known of the item, and the other way round. What both took home gives the
 * log-odds of a click.
 *
 * <p>For clicks that user and item decide together, and for seeing which field met which: the two
 * layers of weights have names on both sides. A step costs O((U + L) I D) a row beside the GRU's
 * O(L D^2). The parts are known ones: multi-head attention between two sides as in Vaswani et al.
 * 2017, section 3.2.3, one vector a field as in Song et al. 2019 (AutoInt); how they stand together
 * is ours. There is no layer norm in front of attention, since it would leave of a number's vector,
 * x times v, only its sign.
 */
public final class CrossAttention implements ClickNetwork {

  private static final double DEVIATION = 0.1;

  private final CrossAttentionConfig config;
  private final ClickSchema schema;
  private final Parameters parameters;
  private final FieldVectors users;
  private final FieldVectors items;
  private final FieldVectors events;
  private final RecurrentLayer reader;
  private final MultiHeadAttention userLooks;
  private final MultiHeadAttention itemLooks;
  private final ClickTower tower;

  CrossAttention(CrossAttentionConfig config, ClickSchema schema, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.schema = schema;
    this.parameters = new Parameters(manager, seed);
    this.users = FieldVectors.create(parameters, "users", schema.users(), width, DEVIATION);
    this.items = FieldVectors.create(parameters, "items", schema.items(), width, DEVIATION);
    this.events = items.of(schema.events());
    this.reader = RecurrentLayer.create(parameters, "reader", RecurrentCell.GRU, width);
    this.userLooks = MultiHeadAttention.create(parameters, "userLooks", width, config.heads());
    this.itemLooks = MultiHeadAttention.create(parameters, "itemLooks", width, config.heads());
    int vectors = schema.users().size() + schema.items().size() + 1;
    this.tower = ClickTower.create(parameters, "tower", vectors * width, config.hidden());
  }

  @Override
  public ClickLogits predict(ClickInput input, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray past = events.sum(input.atMost(config.maxLength()).events()); // (B, L, D)
    NDArray present = input.present(); // (B, L, 1)
    NDArray read = reader.apply(past.mul(present)).mul(present); // (B, L, D)
    NDArray fields = users.words(input.users()); // (B, U, D)
    NDArray user = dropout.apply(fields.concat(read, 1)); // (B, U + L, D)
    NDArray item = dropout.apply(items.words(input.items())); // (B, I, D)

    int fieldsOfUser = schema.users().size();
    NDArray visible = input.visible(fieldsOfUser); // (B, 1, 1, U + L)
    Attended ofItem = userLooks.attend(user, item, item, NoMask.of(input.step()), dropout);
    Attended ofUser = itemLooks.attend(item, user, user, visible, dropout);

    NDArray userMet = user.add(ofItem.states()); // (B, U + L, D)
    NDArray historyMet = userMet.get(":, " + fieldsOfUser + ":").mul(input.shares()); // (B, L, D)
    NDArray all =
        NDArrays.concat(
            new NDList(
                ClickTower.flat(userMet.get(":, :" + fieldsOfUser)), // (B, U * D)
                historyMet.sum(new int[] {1}), // (B, D)
                ClickTower.flat(item.add(ofUser.states()))), // (B, I * D)
            1);
    return new ClickLogits(
        tower.apply(all, dropout), purpose.asked(List.of(ofItem, ofUser))); // (B)
  }

  @Override
  public CrossAttentionConfig config() {
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
