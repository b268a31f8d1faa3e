package heed.model;

import heed.search.RecordCopy;

/**
 * Settings of a network that has a width, reads histories up to a length and drops out: copies with
 * one of these changed. A record that implements this has these methods without writing them.
 *
 * @param <C> the record itself
 */
public interface SizedConfig<C> {

  /** D, numbers in a state. */
  int width();

  /** L, the longest history it reads. */
  int maxLength();

  /** Share of numbers dropped while training, in [0, 1). */
  float dropout();

  /** The same settings with another {@link #width}. */
  default C withWidth(int width) {
    return copy(this, "width", width);
  }

  /** The same settings with another {@link #maxLength}. */
  default C withMaxLength(int maxLength) {
    return copy(this, "maxLength", maxLength);
  }

  /** The same settings with another {@link #dropout}. */
  default C withDropout(double dropout) {
    return copy(this, "dropout", dropout);
  }

  /** A copy as the record that the settings are. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // C is the record itself.
  private static <C> C copy(Object settings, String component, Object value) {
    return (C) RecordCopy.with(settings, component, value);
  }

  /**
   * Settings of a network of several layers.
   *
   * @param <C> the record itself
   */
  interface OfLayers<C> {

    /** How many layers. */
    int layers();

    /** The same settings with so many {@link #layers}. */
    default C withLayers(int layers) {
      return SizedConfig.copy(this, "layers", layers);
    }
  }

  /**
   * Settings of a network whose attention has several heads.
   *
   * @param <C> the record itself
   */
  interface OfHeads<C> {

    /** H, a divisor of the width. */
    int heads();

    /** The same settings with so many {@link #heads}. */
    default C withHeads(int heads) {
      return SizedConfig.copy(this, "heads", heads);
    }
  }
}
