package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.CausalMask;
import heed.attention.LocalMask;
import heed.attention.Mask;
import heed.batch.Inference;
import java.util.Locale;

/** Whether a mask fits what a network is to predict. Looks at it once, when one is created. */
final class MaskCheck {

  private MaskCheck() {}

  /**
   * Refuses a mask that shows the future to a network that predicts it, or nothing to somebody.
   *
   * @param manager gives device and memory
   * @throws IllegalArgumentException with the first pair of positions that is wrong
   */
  static void require(TransformerConfig config, NDManager manager) {
    if (config.hidesFutureItself() || isKnownCausal(config.mask())) {
      return;
    }
    boolean causal = config.task().isCausal();
    for (int length : new int[] {1, 2, config.positionCount()}) {
      float[] bias = Inference.run(manager, step -> values(config.mask(), step, length));
      for (int row = 0; row < bias.length / length; row++) {
        requireRow(config, bias, row, length, causal);
      }
    }
  }

  /** Whether it shows each position itself and some of the past, whatever the length. */
  static boolean isKnownCausal(Mask mask) {
    return mask instanceof CausalMask || (mask instanceof LocalMask local && local.after() == 0);
  }

  private static float[] values(Mask mask, NDManager step, int length) {
    NDArray bias = mask.bias(step, length); // (1, H or 1, L or 1, L or 1)
    Shape shape = bias.getShape();
    if (shape.dimension() != 4 || shape.get(0) != 1) {
      throw new IllegalArgumentException(
          "a mask is a bias of the shape (1, 1, L, L) or (1, H, L, L), found " + shape);
    }
    return bias.broadcast(new Shape(1, shape.get(1), length, length)).toFloatArray();
  }

  /** One query of one head. */
  private static void requireRow(
      TransformerConfig config, float[] bias, int row, int length, boolean causal) {
    int query = row % length;
    boolean sees = false;
    for (int key = 0; key < length; key++) {
      float value = bias[row * length + key];
      boolean shown = value != Float.NEGATIVE_INFINITY;
      if (Float.isNaN(value) || value == Float.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            refused(config, "adds " + value + " to a score; give 0 or minus infinity"));
      }
      if (causal && shown && key > query) {
        throw new IllegalArgumentException(
            refused(
                config,
                String.format(
                    Locale.ROOT,
                    "lets position %d see position %d, which is what %s is to predict; hide what"
                        + " comes after, as Mask.causal() and Mask.window(n) do",
                    query,
                    key,
                    config.name())));
      }
      sees |= shown && (causal || key == query);
    }
    if (!sees) {
      throw new IllegalArgumentException(
          refused(config, "shows nothing to position " + query + "; let each see at least itself"));
    }
  }

  private static String refused(TransformerConfig config, String why) {
    return "the mask '" + config.mask().label() + "' " + why;
  }
}
