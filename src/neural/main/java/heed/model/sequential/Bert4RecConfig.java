package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import heed.attention.AttentionSettings;
import heed.batch.Task;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.model.Activation;
import heed.model.AttentionConfig;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.TransformerInput;
import heed.search.SearchSpace.Axis;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Settings of {@link Bert4Rec}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param masked share of the events masked while training, above 0 and below 1
 * @param attention scoring, weighting, mask and positions; padding is hidden in any case
 */
public record Bert4RecConfig(
    int width,
    int layers,
    int heads,
    int maxLength,
    float dropout,
    double masked,
    AttentionSettings attention)
    implements AttentionConfig<Bert4RecConfig> {

  public Bert4RecConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    new Task.MaskedItems(masked); // Refuses a share that masks nothing or everything.
  }

  /** The usual attention. */
  public Bert4RecConfig(
      int width, int layers, int heads, int maxLength, float dropout, double masked) {
    this(width, layers, heads, maxLength, dropout, masked, AttentionSettings.bidirectional());
  }

  /** The paper's settings for MovieLens (section 4.3); its sparse sets mask 0.4 or 0.6. */
  public static Bert4RecConfig defaults() {
    return new Bert4RecConfig(64, 2, 2, 200, 0.2f, 0.2);
  }

  public Bert4RecConfig withWidth(int width) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked, attention);
  }

  public Bert4RecConfig withLayers(int layers) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked, attention);
  }

  public Bert4RecConfig withHeads(int heads) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked, attention);
  }

  public Bert4RecConfig withMaxLength(int maxLength) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked, attention);
  }

  public Bert4RecConfig withDropout(double dropout) {
    return new Bert4RecConfig(width, layers, heads, maxLength, (float) dropout, masked, attention);
  }

  public Bert4RecConfig withMasked(double masked) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked, attention);
  }

  @Override
  public Bert4RecConfig withAttention(AttentionSettings attention) {
    return new Bert4RecConfig(width, layers, heads, maxLength, dropout, masked, attention);
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
    return "BERT4Rec" + attention.beyond(AttentionSettings.bidirectional());
  }

  @Override
  public Task task() {
    return new Task.MaskedItems(masked);
  }

  /** The longest history, and the mask behind it. */
  @Override
  public int positionCount() {
    return maxLength + 1;
  }

  @Override
  public TransformerInput input(Parameters parameters, int items) {
    return TransformerInput.masked(this, parameters, items);
  }

  @Override
  public Bert4Rec block(Parameters parameters, String name) {
    return Bert4Rec.create(parameters, name, this);
  }

  /** The map and GELU of section 3.5. */
  @Override
  public UnaryOperator<NDArray> output(Parameters parameters) {
    Linear output = Linear.create(parameters, "output", width, width);
    return x -> Activation.GELU.apply(output.apply(x)); // (B, L, D)
  }
}
