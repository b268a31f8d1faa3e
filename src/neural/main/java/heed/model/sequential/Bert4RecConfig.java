package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.batch.Task;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.search.SearchSpace.Axis;
import java.util.List;

/**
 * Settings of {@link Bert4Rec}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param masked share of the events masked while training, above 0 and below 1
 */
public record Bert4RecConfig(
    int width, int layers, int heads, int maxLength, float dropout, double masked)
    implements ModelConfig {

  public Bert4RecConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    new Task.MaskedItems(masked); // Refuses a share that masks nothing or everything.
  }

  /** The paper's settings for MovieLens; its sparse sets mask 0.4 or 0.6. */
  public static Bert4RecConfig defaults() {
    return new Bert4RecConfig(64, 2, 2, 200, 0.2f, 0.2);
  }

  public Bert4RecConfig withWidth(int width) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked);
  }

  public Bert4RecConfig withLayers(int layers) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked);
  }

  public Bert4RecConfig withHeads(int heads) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked);
  }

  public Bert4RecConfig withMaxLength(int maxLength) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked);
  }

  public Bert4RecConfig withDropout(double dropout) {
    return new Bert4RecConfig(width, layers, heads, maxLength, (float) dropout, masked);
  }

  public Bert4RecConfig withMasked(double masked) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Axis.choices("masked", .2, .4, .6),
        Hyperparameters.width(),
        Hyperparameters.layers(),
        Hyperparameters.dropout());
  }

  @Override
  public String name() {
    return "BERT4Rec";
  }

  @Override
  public Task task() {
    return new Task.MaskedItems(masked);
  }

  @Override
  public List<AttentionLayer> attentionLayers() {
    return AttentionLayer.numbered(layers, AttentionLayer.Weights.SHARES);
  }

  @Override
  public boolean stacked() {
    return true;
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new Bert4Rec(this, items, seed, manager);
  }
}
