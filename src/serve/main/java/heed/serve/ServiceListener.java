package heed.serve;

import java.time.Duration;

/** Is told what a service does; for metrics. Called by many threads, and to return at once. */
public interface ServiceListener {

  /** Tells nobody. */
  ServiceListener NONE = new ServiceListener() {};

  /**
   * A request was answered.
   *
   * @param source what the list rests on
   * @param took from its arrival to the answer, waiting included
   */
  default void answered(Answer.Source source, Duration took) {}

  /** Some requests were scored together. */
  default void scored(int requests) {}

  /** A request was not answered: refused, late, or failed. */
  default void failed(Throwable reason) {}

  /** Another model answers from now on. */
  default void swapped(Model model) {}
}
