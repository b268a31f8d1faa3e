package heed.model;

/**
 * A network whose state is a sum of what several sources put in, behind one last norm: what it
 * reads off each of them can be told apart.
 */
public interface Decomposable extends Network {

  /**
   * What each source puts into each state of one history.
   *
   * @param events of one history, without padding, in memory that is freed by the caller
   */
  StateSources sources(Events events);
}
