package heed.script;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link ScriptFunction} that PyTorch has compiled. Gradients flow through a call as through any
 * of DJL's own.
 *
 * <p>Safe to share between threads. It holds a few kilobytes of native memory as long as the JVM
 * lives, so make each once, in a static constant.
 */
public final class Script {

  private static final Logger LOG = LoggerFactory.getLogger(Script.class);

  private final PtSymbolBlock module;

  private Script(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Compiles a function.
   *
   * @return none if this engine cannot, which is logged once with the reason: then the caller takes
   *     its plain path
   */
  public static Optional<Script> compile(ScriptFunction function) {
    // The system's memory, so that no manager that somebody closes takes the module along.
    NDManager memory = NDManager.newBaseManager("PyTorch");
    try {
      if (memory instanceof PtNDManager pytorch) {
        return Optional.of(
            new Script(
                JniUtils.loadModule(pytorch, new ScriptArchive(function).open(), false, false)));
      }
      LOG.warn("script {} needs PyTorch, found the engine {}", function.name(), memory.getEngine());
    } catch (EngineException | IOException | LinkageError failed) {
      LOG.warn(
          "PyTorch does not take the script {}; the plain path is used, which is slower",
          function.name(),
          failed);
    }
    memory.close();
    return Optional.empty();
  }

  /**
   * Calls the function.
   *
   * @param arguments in order; a number is an array of its own, such as {@code step.full(new
   *     Shape(), 2f)}
   * @return in the memory of the first argument, with a graph where this thread records one
   */
  public NDArray call(NDArray... arguments) {
    // "Training" leaves it to the thread whether a graph is recorded, as every other call does.
    return IValueUtils.forward(module, new NDList(arguments), true).singletonOrThrow();
  }
}
