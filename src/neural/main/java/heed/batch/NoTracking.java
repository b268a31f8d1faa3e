package heed.batch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineProvider;

/**
 * Tells DJL not to tell its makers where it runs. DJL does so whenever an engine starts, unless a
 * property of the process forbids it, and asks every engine on the class path for its name before:
 * so this is one, which is never chosen, and whoever starts DJL first, Heed or not, starts it
 * quietly.
 *
 * <p>What DJL fetches because it is needed, PyTorch for this machine's GPU, it still fetches.
 */
public final class NoTracking implements EngineProvider {

  private static final String PROPERTY = "OPT_OUT_TRACKING";

  /** Called by DJL, once for each process. */
  public NoTracking() {
    optOut();
  }

  /** For class paths on which the jars' lists of services were lost when they were merged. */
  static void optOut() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, "true");
    }
  }

  @Override
  public String getEngineName() {
    return "Heed (no engine)";
  }

  /** Behind all engines: DJL takes the one with the lowest number, and never this one. */
  @Override
  public int getEngineRank() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Engine getEngine() {
    throw new IllegalStateException(
        "Heed is no engine of DJL's; choose PyTorch, ai.djl.default_engine=PyTorch");
  }
}
