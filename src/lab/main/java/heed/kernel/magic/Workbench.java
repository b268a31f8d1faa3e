package heed.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What a magic may ask of the kernel that runs its cell. */
public interface Workbench {

  /** Runs a part of the cell and returns what it ends in, if that is an expression. */
  Optional<Object> run(int from, int to) throws Exception;

  /** Runs code from elsewhere, which errors call by this name. */
  Optional<Object> load(String name, String code) throws Exception;

  /** Does something that may take long; the stop button interrupts its thread. */
  void stoppable(Callable<Void> work) throws Exception;

  /** Makes the classes of jars or folders known to later statements. */
  void addJars(List<Path> jars);

  /** The variables that cells have defined, each with its type and its value as text. */
  List<Variable> variables();

  /** The signature and documentation of a name, as Shift-Tab shows them. */
  Optional<String> documentation(String name);

  /**
   * A variable of the cells.
   *
   * @param type as it would be declared
   * @param value as it prints
   */
  record Variable(String name, String type, String value) {}
}
