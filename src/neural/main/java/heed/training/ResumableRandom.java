package heed.training;

import java.util.Random;

/**
 * Draws what {@link Random} draws from the same seed, and its state can be read and set. The
 * generator is the one that Random's documentation prescribes. {@link #nextGaussian()} is left out:
 * it keeps a number that the state does not tell.
 */
final class ResumableRandom extends Random {

  private static final long serialVersionUID = 1;
  private static final long MULTIPLIER = 0x5DEECE66DL;
  private static final long INCREMENT = 0xBL;
  private static final int BITS = 48;
  private static final long MASK = (1L << BITS) - 1;

  private long state;

  ResumableRandom(long seed) {
    super(seed); // Calls setSeed.
  }

  @Override
  public synchronized void setSeed(long seed) {
    state = (seed ^ MULTIPLIER) & MASK;
  }

  @Override
  protected int next(int bits) {
    state = (state * MULTIPLIER + INCREMENT) & MASK;
    return (int) (state >>> (BITS - bits));
  }

  /** What decides all further draws. */
  long state() {
    return state;
  }

  /** Goes on as the one did whose state this was. */
  void resume(long state) {
    this.state = state & MASK;
  }

  @Override
  public synchronized double nextGaussian() {
    throw new UnsupportedOperationException("a resumable generator draws no normal numbers");
  }
}
