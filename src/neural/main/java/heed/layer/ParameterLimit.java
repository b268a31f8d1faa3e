package heed.layer;

import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How many numbers a network may learn, asked before memory is taken for them: settings are typed
 * by people, and a width of 100,000 asks for more than most machines have.
 */
public final class ParameterLimit {

  /**
   * In force for networks that this thread makes; it is no argument, as {@link Weights}' is not.
   */
  private static final ThreadLocal<Long> MOST = ThreadLocal.withInitial(() -> Long.MAX_VALUE);

  private ParameterLimit() {}

  /** A network would be larger than the limit. */
  public static final class ExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long atLeast;

    private ExceededException(String told, long atLeast) {
      super(told);
      this.atLeast = atLeast;
    }

    /** How many parameters it has at least; there may be more that it did not come to. */
    public long atLeast() {
      return atLeast;
    }
  }

  /**
   * Makes something of networks, none of which may be larger.
   *
   * @param most numbers that one network learns
   * @param make creates their parameters on this thread
   * @throws ExceededException if one is larger; nothing was taken for the parameter that is too
   *     much
   */
  public static <T> T within(long most, Supplier<T> make) {
    long before = MOST.get();
    MOST.set(Math.min(before, most));
    try {
      return make.get();
    } finally {
      MOST.set(before);
    }
  }

  /**
   * Lets a parameter be made.
   *
   * @param count of the numbers in those before it
   */
  static void require(String name, Shape shape, long count) {
    double all = count;
    double own = 1;
    for (long side : shape.getShape()) {
      own *= side;
    }
    all += own;
    if (all > MOST.get()) {
      throw new ExceededException(
          String.format(Locale.ROOT, "'%s' alone is %s", name, shape), (long) all);
    }
  }
}
