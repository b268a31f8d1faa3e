package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import heed.attention.Attended;
import heed.attention.MultiHeadAttention;
import heed.clicks.ClickSchema;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.model.EmbeddingTable;
import heed.model.Purpose;
import java.util.List;

/**
 * The behaviour sequence Transformer: the item that is shown stands in one sequence with the
 * history, and a Transformer layer reads both. Chen et al. 2019, "Behavior Sequence Transformer for
 * E-commerce Recommendation in Alibaba".
 *
 * <p>For histories whose order matters. A step costs O(L^2 D + L D^2) a row. Deviations from the
 * paper: places are counted back from the item shown (there by the time between), an item's vector
 * is the sum of those of its fields (there side by side), the tower gets the state of the item
 * shown (there those of all places, whose number is fixed) and has one hidden layer (there three).
 */
public final class Bst implements ClickNetwork {

  private static final double DEVIATION = 0.1;

  /** Slope of the leaky ReLU below 0: PyTorch's. */
  private static final float SLOPE = 0.01f;

  private final BstConfig config;
  private final ClickSchema schema;
  private final Parameters parameters;
  private final FieldVectors users;
  private final FieldVectors items;
  private final FieldVectors events;
  private final EmbeddingTable places;
  private final Block block;
  private final ClickTower tower;

  Bst(BstConfig config, ClickSchema schema, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.schema = schema;
    this.parameters = new Parameters(manager, seed);
    this.users = FieldVectors.create(parameters, "users", schema.users(), width, DEVIATION);
    this.items = FieldVectors.create(parameters, "items", schema.items(), width, DEVIATION);
    this.events = items.of(schema.events());
    this.places =
        new EmbeddingTable(
            parameters.truncatedNormal(
                "places", DEVIATION, new Shape(config.maxLength() + 1, width)));
    this.block = Block.create(parameters, "block", width, config.heads());
    int vectors = schema.users().size() + schema.items().size() + 1;
    this.tower = ClickTower.create(parameters, "tower", vectors * width, config.hidden());
  }

  @Override
  public ClickLogits predict(ClickInput input, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray past = events.sum(input.atMost(config.maxLength()).events()); // (B, L, D)
    NDArray history = past.add(places.lookUp(input.ages())).mul(input.present()); // (B, L, D)
    NDArray shown = items.words(input.items()); // (B, I, D)
    NDArray newest = input.step().zeros(new Shape(1, 1), DataType.INT32);
    NDArray candidate =
        shown.get(":, :" + schema.events().size()).sum(new int[] {1}, true); // (B, 1, D)
    candidate = candidate.add(places.lookUp(newest)); // (B, 1, D)

    NDArray sequence = dropout.apply(candidate.concat(history, 1)); // (B, 1 + L, D)
    Attended read = block.apply(sequence, input.visible(1), dropout);
    NDArray all =
        NDArrays.concat(
            new NDList(
                ClickTower.flat(users.words(input.users())), // (B, U * D)
                read.states().get(":, 0"), // (B, D)
                ClickTower.flat(shown)), // (B, I * D)
            1);
    return new ClickLogits(tower.apply(all, dropout), purpose.asked(List.of(read)));
  }

  /** Self-attention and a feed-forward layer, each added and then normalised: section 2.2. */
  record Block(
      MultiHeadAttention attention,
      LayerNorm attentionNorm,
      Linear inner,
      Linear outer,
      LayerNorm feedForwardNorm) {

    static Block create(Parameters parameters, String name, int width, int heads) {
      return new Block(
          MultiHeadAttention.create(parameters, name + ".attention", width, heads),
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          Linear.create(parameters, name + ".inner", width, 4 * width),
          Linear.create(parameters, name + ".outer", 4 * width, width),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width));
    }

    Attended apply(NDArray x, NDArray visible, Dropout dropout) {
      Attended attended = attention.attend(x, visible, dropout);
      NDArray mixed = attentionNorm.apply(x.add(dropout.apply(attended.states()))); // (B, L, D)
      NDArray hidden = Activation.leakyRelu(inner.apply(mixed), SLOPE); // (B, L, 4D)
      NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, D)
      return attended.withStates(feedForwardNorm.apply(mixed.add(changed)));
    }
  }

  @Override
  public BstConfig config() {
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
