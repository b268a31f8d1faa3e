package heed.interactions;

/** One step of preparing a log: a pure function from log to log. */
public sealed interface Step permits Core {

  /** What the step does, in words, with its settings. */
  String name();

  /**
   * The log after the step; the log given stays as it is.
   *
   * @throws IllegalArgumentException if nothing would be left
   */
  Interactions of(Interactions log);

  /** Leaves the largest part in which every user and every item has at least {@code k} events. */
  static Step core(int k) {
    return new Core(k);
  }
}
