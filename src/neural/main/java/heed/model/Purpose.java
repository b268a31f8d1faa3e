package heed.model;

import ai.djl.ndarray.NDArray;
import heed.attention.Attended;
import heed.layer.Dropout;
import java.util.List;

/** What a forward pass is for. */
public enum Purpose {
  /** Dropout is on; attention is not kept. */
  TRAINING,
  /** Dropout is off; attention is not kept. */
  SCORING,
  /** Dropout is off; attention is kept. */
  EXPLAINING;

  /** Dropout at this rate while training, else none. */
  public Dropout dropout(float rate) {
    return this == TRAINING ? new Dropout(rate) : Dropout.NONE;
  }

  /** The weights of the layers if they are asked for, else none. */
  public List<NDArray> asked(List<Attended> layers) {
    return this == EXPLAINING ? layers.stream().map(Attended::weights).toList() : List.of();
  }
}
