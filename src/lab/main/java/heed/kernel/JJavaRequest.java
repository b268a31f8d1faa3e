package heed.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterInputStream;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** A request as JJava carries it. */
@SuppressWarnings({"rawtypes", "unchecked"}) // contents are maps, not the library's own types
record JJavaRequest(JupyterConnection connection, ShellReplyEnvironment asked, Message message)
    implements Request {
  private static final int READABLE = 1;

  /** Answers a connection's requests in the place of whoever answered before. */
  static void serve(JupyterConnection connection, Cells cells, Questions questions) {
    on(connection, MessageType.EXECUTE_REQUEST, (cell, of) -> run(cells, cell, of));
    on(connection, MessageType.KERNEL_INFO_REQUEST, (asked, of) -> questions.introduce(asked));
    on(connection, MessageType.HISTORY_REQUEST, (asked, of) -> questions.rememberNothing(asked));
    on(connection, MessageType.INTERRUPT_REQUEST, (asked, of) -> questions.interrupt(asked));
    on(
        connection,
        MessageType.COMPLETE_REQUEST,
        (asked, of) -> questions.complete(asked, of.getCode(), of.getCursorPos()));
    on(
        connection,
        MessageType.INSPECT_REQUEST,
        (asked, of) -> questions.inspect(asked, of.getCode(), of.getCursorPos()));
    on(
        connection,
        MessageType.IS_COMPLETE_REQUEST,
        (asked, of) -> questions.judge(asked, of.getCode()));
  }

  private static <T> void on(
      JupyterConnection connection, MessageType<T> type, BiConsumer<Request, T> answer) {
    connection.setHandler(
        type,
        (asked, message) ->
            answer.accept(new JJavaRequest(connection, asked, message), message.getContent()));
  }

  private static void run(Cells cells, Request cell, ExecuteRequest of) {
    cells.run(cell, of.getCode(), of.isSilent(), of.isStdinEnabled(), of.shouldStopOnError());
  }

  @Override
  public void begin() {
    asked.setBusyDeferIdle();
  }

  @Override
  public void publish(String type, Map<String, Object> content) {
    asked.getIopub().sendMessage(new Message(message, MessageType.getType(type), content));
  }

  @Override
  public void reply(String type, Map<String, Object> content) {
    asked.defer().reply(new Message(message, MessageType.getType(type), content));
  }

  @Override
  public void finish() {
    asked.resolveDeferrals();
  }

  @Override
  public InputStream input(boolean allowed) {
    return new JupyterInputStream(UTF_8, asked, allowed);
  }

  @Override
  public List<JJavaRequest> takeWaiting() {
    ShellChannel shell = (ShellChannel) asked.getShell();
    List<JJavaRequest> waiting = new ArrayList<>();
    while ((shell.getEvents() & READABLE) != 0) {
      Message next = shell.readMessage();
      waiting.add(new JJavaRequest(connection, connection.prepareReplyEnv(shell, next), next));
    }
    return waiting;
  }

  @Override
  public boolean isCell() {
    return message.getHeader().getType().equals(MessageType.EXECUTE_REQUEST);
  }

  @Override
  public void dispatch() {
    ShellHandler handler = connection.getHandler(message.getHeader().getType());
    if (handler != null) {
      handler.handle(asked, message);
    }
  }
}
