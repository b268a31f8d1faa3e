package heed.figure;

/**
 * Draws results of one type; every chart of this library fits it, {@code AttentionChart::of} say,
 * and so does a reader's own.
 *
 * <p>A chart is a pure function: the same result gives the same figure, and what is drawn is in the
 * figure. {@link Trace}, {@link Axis} and {@link Layout} build one.
 *
 * @param <T> the result that is drawn
 */
@FunctionalInterface
public interface Chart<T> {

  /** The figure of a result. Its description says what the picture shows, in words. */
  Figure draw(T result);
}
