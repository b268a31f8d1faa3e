package heed.attention.weighting;

import ai.djl.ndarray.NDArray;

/** exp(s) over the sum of exp(s): soft attention, in which every visible key keeps some weight. */
public record Softmax() implements Weighting {

  @Override
  public NDArray of(NDArray scores) {
    return scores.softmax(-1); // (..., S)
  }

  @Override
  public String label() {
    return "softmax";
  }
}
