package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/** How a recurrent layer carries what it has read from one event to the next. */
public enum RecurrentCell {
  /**
   * One state, a reset and an update gate: Cho et al. 2014, section 2.3, with the reset gate behind
   * the hidden map, as PyTorch and cuDNN compute it.
   */
  GRU(3) {
    @Override
    NDArray run(NDArray x, NDArray start, NDList parameters) {
      return x.getNDArrayInternal()
          .gru(x, start, parameters, true, 1, 0, JniUtils.isGradMode(), false, true)
          .head(); // (B, L, D)
    }
  },
  /** A state and a memory, three gates: Hochreiter and Schmidhuber 1997, Gers et al. 2000. */
  LSTM(4) {
    @Override
    NDArray run(NDArray x, NDArray start, NDList parameters) {
      return x.getNDArrayInternal()
          .lstm(
              x,
              new NDList(start, start),
              parameters,
              true,
              1,
              0,
              JniUtils.isGradMode(),
              false,
              true)
          .head(); // (B, L, D)
    }
  };

  private final int maps;

  RecurrentCell(int maps) {
    this.maps = maps;
  }

  /** The gates and the candidate: how many maps of an input a step takes. */
  int maps() {
    return maps;
  }

  /**
   * The states after each event; the engine's own layer, so one native call a history batch. cuDNN
   * wants to know whether a backward pass follows, and multiplies in TF32 unless {@code
   * NVIDIA_TF32_OVERRIDE=0}: states then differ by up to 0.0004 from a CPU's.
   *
   * @param x (B, L, D)
   * @param start (1, B, D)
   * @param parameters weight of the input (maps * D, D), of the state alike, and the two biases
   */
  abstract NDArray run(NDArray x, NDArray start, NDList parameters);

  /** A state of zeros to start from: (1, B, D). */
  static NDArray start(NDArray x) {
    Shape shape = x.getShape();
    return x.getManager().zeros(new Shape(1, shape.get(0), shape.get(2)));
  }
}
