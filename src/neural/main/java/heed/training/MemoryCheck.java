package heed.training;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Whether a training has room: asked before it starts, and told of where the engine runs out of
 * memory all the same.
 *
 * @param free bytes that are free now
 * @param targets of a batch, as asked for
 * @param estimate of what batches of so many targets need
 */
record MemoryCheck(LongSupplier free, int targets, IntFunction<MemoryEstimate> estimate) {

  /** What PyTorch says on the CPU and on a GPU. */
  private static final Pattern NO_MEMORY =
      Pattern.compile(
          "can't allocate memory|not enough memory|out of memory|bad_alloc",
          Pattern.CASE_INSENSITIVE);

  /**
   * Lets a training begin.
   *
   * @throws NothingLearntException if it needs more than there is; says what does and what would
   *     fit
   */
  void requireRoom() {
    MemoryEstimate needed = estimate.apply(targets);
    long left = free.getAsLong();
    if (needed.bytes() > left) {
      throw new NothingLearntException(
          String.format(
              Locale.ROOT,
              "%s; %s",
              told("there is not enough memory", needed, left),
              remedy(left)));
    }
  }

  /** Whether a failure is one of memory. */
  static boolean isOfMemory(Throwable failed) {
    return failed instanceof OutOfMemoryError
        || NO_MEMORY.matcher(String.valueOf(failed.getMessage())).find();
  }

  /** What ran out, what took it and what to change. */
  String told() {
    MemoryEstimate needed = estimate.apply(targets);
    // What was estimated was too little, or the engine would have had enough.
    long left = Math.min(free.getAsLong(), needed.bytes() * 2 / 3);
    return told("memory ran out", needed, free.getAsLong()) + "; " + remedy(left);
  }

  private static String told(String what, MemoryEstimate needed, long left) {
    return String.format(
        Locale.ROOT,
        "%s: the training takes %s; free are %s",
        what,
        needed,
        MemoryEstimate.gib(left));
  }

  private String remedy(long left) {
    for (int fewer = targets / 2; fewer >= 1; fewer /= 2) {
      MemoryEstimate smaller = estimate.apply(fewer);
      if (smaller.bytes() <= left) {
        return String.format(
            Locale.ROOT,
            "batches of %,d targets would fit (%s): withBatchSize(%d), and"
                + " Optimizer.withGradientAccumulation(%d) for steps as large as now; a shorter"
                + " maxLength and fewer negatives take less, too",
            fewer,
            MemoryEstimate.gib(smaller.bytes()),
            fewer,
            targets / fewer);
      }
    }
    return "no batch would fit: lower width or maxLength, or leave out rare items (log.kCore)";
  }
}
