package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.clicks.ClickSchema;
import heed.layer.Constants;
import heed.layer.Parameters;
import heed.model.Purpose;
import java.util.List;

/**
 * A factorization machine of degree 2: Rendle 2010, "Factorization Machines".
 *
 * <p>A logistic regression and, for every two variables, the product of their vectors: the first
 * network to know who clicks what, and hard to beat on sparse data. By his lemma 3.1 a step costs
 * as many products as there are variables times D, not their square.
 */
public final class FactorizationNetwork implements ClickNetwork {

  /** Deviations of the initial weights and vectors. */
  private static final double WEIGHT = 0.01;

  private static final double VECTOR = 0.1;

  private final FactorizationConfig config;
  private final ClickSchema schema;
  private final Parameters parameters;
  private final NDArray bias;
  private final ClickTerms weights;
  private final ClickTerms vectors;

  FactorizationNetwork(
      FactorizationConfig config, ClickSchema schema, long seed, NDManager manager) {
    this.config = config;
    this.schema = schema;
    this.parameters = new Parameters(manager, seed);
    this.bias = parameters.constant("bias", 0, new Shape(1));
    this.weights = ClickTerms.create(parameters, "weights", schema, 1, WEIGHT);
    this.vectors = ClickTerms.create(parameters, "vectors", schema, config.width(), VECTOR);
  }

  @Override
  public ClickLogits predict(ClickInput input, Purpose purpose) {
    NDArray linear = weights.of(input.atMost(config.maxLength())).sum(new int[] {1, 2}); // (B)
    NDArray terms = purpose.dropout(config.dropout()).apply(vectors.of(input)); // (B, V, D)
    NDArray squared = terms.sum(new int[] {1}).square(); // (B, D)
    NDArray squares = terms.square().sum(new int[] {1}); // (B, D)
    NDArray half = Constants.of(input.step(), 0.5); // scalar
    NDArray pairs = squared.sub(squares).sum(new int[] {1}).mul(half); // (B), lemma 3.1
    return new ClickLogits(linear.add(bias).add(pairs), List.of()); // (B), eq. 1
  }

  @Override
  public FactorizationConfig config() {
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
