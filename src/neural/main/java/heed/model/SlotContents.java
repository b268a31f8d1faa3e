package heed.model;

import ai.djl.ndarray.NDArray;
import heed.attention.KeyValueMemory;
import java.util.Arrays;

/**
 * What the M slots of a memory hold after the L events of one history.
 *
 * @param shares how much each event addressed each slot, in reading and in writing: [L][M], rows
 *     summing to 1
 * @param left how much of each event is in each slot at the end: the size of what it wrote there
 *     less what later events erased, as a mean over the slot's numbers: [L][M], each in [0, share]
 * @param likeness the cosine between what a slot holds and what each item would write, both without
 *     what all items write alike: [M][N + 1], 0 for item 0, which is padding
 */
public record SlotContents(float[][] shares, float[][] left, float[][] likeness) {

  /**
   * Reads arrays into Java.
   *
   * @param written what each item would write: (N + 1, v)
   */
  public static SlotContents of(KeyValueMemory.Trace trace, NDArray written) {
    float[][] shares = rows(trace.shares().squeeze(0)); // (L, M)
    float[][] erased = rows(trace.erased().squeeze(0)); // (L, v)
    float[][] sizes = rows(trace.written().squeeze(0).abs()); // (L, v)
    float[] kept = amounts(left(shares, erased, ones(sizes))); // M
    return new SlotContents(
        shares,
        left(shares, erased, sizes),
        likeness(rows(trace.slots().squeeze(0)), rows(written), kept));
  }

  /**
   * Share times the mean over v of what was written and the later events kept, from the end.
   *
   * @param sizes of what each event wrote: [L][v]
   */
  private static float[][] left(float[][] shares, float[][] erased, float[][] sizes) {
    int slots = shares[0].length;
    int width = erased[0].length;
    float[][] left = new float[shares.length][slots];
    for (int slot = 0; slot < slots; slot++) {
      double[] kept = new double[width];
      Arrays.fill(kept, 1);
      for (int event = shares.length - 1; event >= 0; event--) {
        float share = shares[event][slot];
        for (int i = 0; i < width; i++) {
          left[event][slot] += (float) (share * sizes[event][i] * kept[i] / width);
          kept[i] *= 1 - share * erased[event][i];
        }
      }
    }
    return left;
  }

  private static float[][] ones(float[][] like) {
    float[][] ones = new float[like.length][like[0].length];
    for (float[] row : ones) {
      Arrays.fill(row, 1);
    }
    return ones;
  }

  /** What all events together left in each slot. */
  private static float[] amounts(float[][] left) {
    float[] amounts = new float[left[0].length];
    for (float[] event : left) {
      for (int slot = 0; slot < amounts.length; slot++) {
        amounts[slot] += event[slot];
      }
    }
    return amounts;
  }

  private static float[][] likeness(float[][] slots, float[][] written, float[] kept) {
    float[] common = mean(written);
    float[][] likeness = new float[slots.length][written.length];
    for (int slot = 0; slot < slots.length; slot++) {
      for (int item = 1; item < written.length; item++) {
        likeness[slot][item] = cosine(slots[slot], kept[slot], written[item], common);
      }
    }
    return likeness;
  }

  /** Over the items, without padding. */
  private static float[] mean(float[][] written) {
    float[] mean = new float[written[0].length];
    for (int item = 1; item < written.length; item++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += written[item][i] / (written.length - 1);
      }
    }
    return mean;
  }

  private static float cosine(float[] slot, float amount, float[] item, float[] common) {
    double product = 0;
    double ofSlot = 0;
    double ofItem = 0;
    for (int i = 0; i < slot.length; i++) {
      double held = slot[i] - amount * common[i];
      double would = item[i] - common[i];
      product += held * would;
      ofSlot += held * held;
      ofItem += would * would;
    }
    double lengths = Math.sqrt(ofSlot * ofItem);
    return lengths == 0 ? 0 : (float) (product / lengths);
  }

  static float[][] rows(NDArray matrix) {
    int rows = Math.toIntExact(matrix.getShape().get(0));
    int width = Math.toIntExact(matrix.getShape().get(1));
    float[] flat = matrix.toFloatArray();
    float[][] copy = new float[rows][];
    for (int row = 0; row < rows; row++) {
      copy[row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
    }
    return copy;
  }
}
