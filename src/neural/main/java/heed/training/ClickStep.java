package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import heed.batch.ClickBatch;
import heed.batch.GradientScope;
import heed.layer.Constants;
import heed.model.Purpose;
import heed.model.click.ClickInput;
import heed.model.click.ClickNetwork;

/** The gradient of the cross-entropy of a batch of clicks. */
public final class ClickStep {

  private final ClickNetwork network;
  private final double clickWeight;
  private final NDManager manager;

  public ClickStep(ClickNetwork network, double clickWeight, NDManager manager) {
    this.network = network;
    this.clickWeight = clickWeight;
    this.manager = manager;
  }

  /**
   * Adds the gradient of the batch's mean loss to the parameters' and returns that loss. If it is
   * no finite number the gradients stay as they are. All memory of the step is freed.
   *
   * @param share what the gradient is multiplied by
   */
  public float run(ClickBatch batch, double share) {
    try (NDManager step = manager.newSubManager();
        GradientScope gradient = GradientScope.open()) {
      ClickInput input = ClickInput.of(step, batch, network.schema());
      NDArray logits = network.predict(input, Purpose.TRAINING).logits(); // (B)
      NDArray loss = loss(logits, batch.clicked(), clickWeight);
      float value = loss.getFloat();
      if (Float.isFinite(value)) {
        gradient.backward(share == 1 ? loss : loss.mul(Constants.of(step, share)));
      }
      return value;
    }
  }

  /**
   * Binary cross-entropy from log-odds z: the mean of weight * log(1 + exp(-z)) over clicks and
   * log(1 + exp(z)) over passes, which overflows for no z.
   *
   * @param logits (B)
   * @param clicked 1 or 0: B
   */
  public static NDArray loss(NDArray logits, float[] clicked, double clickWeight) {
    float[] signs = new float[clicked.length];
    float[] weights = new float[clicked.length];
    for (int row = 0; row < signs.length; row++) {
      signs[row] = clicked[row] == 1 ? -1 : 1;
      weights[row] = clicked[row] == 1 ? (float) clickWeight : 1;
    }
    NDManager step = logits.getManager();
    Shape shape = new Shape(signs.length);
    NDArray wrong = logits.mul(step.create(signs, shape)); // (B), log-odds of what did not happen
    return Activation.softPlus(wrong).mul(step.create(weights, shape)).mean(); // scalar
  }
}
