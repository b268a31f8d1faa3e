package heed.sequence;

/** Draws that depend on a seed and on who is drawn for, and on no order of anything. */
final class SeededHash {

  private SeededHash() {}

  /**
   * Sebastiano Vigna's SplitMix64 finaliser: any change of input changes about half of the bits.
   */
  static long of(long seed, int user, int item) {
    long bits = seed * 0x9E3779B97F4A7C15L + (((long) user << 32) ^ item);
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
