package heed.kernel;

import heed.notebook.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Header;

/**
 * JJava with our cells; JJava finds this class by its extension point and installs it.
 *
 * <p>JJava installs extensions before it answers its first message, and lets nobody in between a
 * message and its answer. So, started as the kernel "Java (Heed)", this one answers Jupyter itself:
 * JJava's kernel keeps its connection, its name and its shutdown, our {@link Session} runs the
 * cells. In a JJava that somebody else set up, cells stay JJava's, and only {@link
 * heed.notebook.Notebook#show} and the views are ours.
 */
public final class JJavaExtension implements Extension {
  private static final String MAIN = "org.dflib.jjava.distro.JJava ";

  @Override
  public void install(BaseKernel kernel) {
    Optional<Path> connectionFile = connectionFile();
    if (connectionFile.isPresent()) {
      serve(kernel, connectionFile.get());
    } else {
      JJavaScreen screen = new JJavaScreen(kernel);
      screen.becomeRenderer();
      Screen.use(screen);
    }
  }

  /** Runs when the kernel is asked to shut down; nothing may keep it longer than a moment. */
  @Override
  public void uninstall(BaseKernel kernel) {
    Exit.within(Duration.ofSeconds(1));
  }

  /** The file that JJava's main was started with, if it was started for us. */
  private static Optional<Path> connectionFile() {
    boolean ours = "jjava".equals(System.getenv("HEED_KERNEL"));
    String command = System.getProperty("sun.java.command", "");
    return ours && command.startsWith(MAIN)
        ? Optional.of(Path.of(command.substring(MAIN.length()).strip()))
            .filter(Files::isRegularFile)
        : Optional.empty();
  }

  private static void serve(BaseKernel kernel, Path connectionFile) {
    Exit.withParent();
    try {
      String properties = Files.readString(connectionFile);
      JupyterConnection connection =
          new JupyterConnection(KernelConnectionProperties.parse(properties));
      kernel.becomeHandlerForConnection(connection);
      Session session = Session.start();
      JJavaRequest.serve(
          connection,
          new Cells(session),
          new Questions(
              session, Header.PROTOCOL_VERISON, kernel.getBanner(), kernel.getHelpLinks()));
      Polling.often(connection, JupyterConnection.class);
      connection.connect();
      connection.waitUntilClose();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + connectionFile, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign messages as " + connectionFile + " asks", e);
    }
    System.exit(0);
  }
}
