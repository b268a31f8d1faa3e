package heed.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterInputStream;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A request as IJava carries it. */
@SuppressWarnings({"rawtypes", "unchecked"}) // contents are maps, not the library's own types
record IJavaRequest(JupyterConnection connection, ShellReplyEnvironment asked, Message message)
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
            answer.accept(new IJavaRequest(connection, asked, message), message.getContent()));
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
    return new JupyterInputStream(asked, allowed);
  }

  @Override
  public List<IJavaRequest> takeWaiting() {
    ShellChannel shell = (ShellChannel) asked.getShell();
    List<IJavaRequest> waiting = new ArrayList<>();
    while ((shell.getEvents() & READABLE) != 0) {
      Message next = shell.readMessage();
      waiting.add(new IJavaRequest(connection, connection.prepareReplyEnv(shell, next), next));
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
