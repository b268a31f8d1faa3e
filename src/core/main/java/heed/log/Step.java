package heed.log;

/**
 * One step of preparing a log: a pure function from log to log.
 *
 * <p>Rows that stay keep their order. A step that takes a number from the log, such as a median,
 * takes it from the log it is given; {@link #fitted} holds it fast for other logs.
 */
public interface Step {

  /** What the step does, in words, with its settings. Never tells a key or the id of a user. */
  String name();

  /**
   * The log after the step; the log given stays as it is. It may be empty: {@link
   * Interactions#prepared} refuses that.
   *
   * @throws IllegalArgumentException if the log lacks what the step works on; the message says how
   *     to give it
   */
  Interactions of(Interactions log);

  /**
   * The step with the numbers it takes from this log fixed, and in its name; a step that takes none
   * is itself. Fit on the training part what is then applied to every part.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  default Step fitted(Interactions log) {
    return this;
  }
}
