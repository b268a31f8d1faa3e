package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.clicks.ClickSchema;
import heed.layer.Parameters;
import heed.model.Purpose;
import java.util.List;

/**
 * Logistic regression: a weight for every code and every column, added up.
 *
 * <p>The network to beat: it knows who clicks much and what is clicked much, and nothing of who
 * clicks what. A step costs as many additions as there are variables.
 */
public final class LogisticNetwork implements ClickNetwork {

  private static final double DEVIATION = 0.01;

  private final LogisticConfig config;
  private final ClickSchema schema;
  private final Parameters parameters;
  private final NDArray bias;
  private final ClickTerms weights;

  LogisticNetwork(LogisticConfig config, ClickSchema schema, long seed, NDManager manager) {
    this.config = config;
    this.schema = schema;
    this.parameters = new Parameters(manager, seed);
    this.bias = parameters.constant("bias", 0, new Shape(1));
    this.weights = ClickTerms.create(parameters, "weights", schema, 1, DEVIATION);
  }

  @Override
  public ClickLogits predict(ClickInput input, Purpose purpose) {
    NDArray terms = weights.of(input.atMost(config.maxLength())); // (B, V, 1)
    return new ClickLogits(terms.sum(new int[] {1, 2}).add(bias), List.of()); // (B)
  }

  @Override
  public LogisticConfig config() {
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
